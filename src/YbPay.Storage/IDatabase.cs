namespace YbPay.Storage;

/// <summary>
/// One role's database. The same statements run on SQLite and PostgreSQL; the few that differ ask <see cref="Dialect"/>.
/// Times are BIGINT milliseconds since 1970 UTC, amounts BIGINT fen, flags SMALLINT 0/1, texts TEXT, bytes BLOB / BYTEA.
/// </summary>
public interface IDatabase : IAsyncDisposable
{
    Dialect Dialect { get; }

    /// <summary>Reads outside any write; sees only what is committed.</summary>
    Task<T> ReadAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancel = default);

    /// <summary>
    /// One transaction: all of <paramref name="work"/> or nothing, on disk when the task completes. On SQLite the single
    /// writer puts several such pieces of work under one commit (an exception undoes only its own piece). Never call
    /// another system inside; <paramref name="work"/> awaits nothing but the session.
    /// </summary>
    Task<T> WriteAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancel = default);
}

public enum Dialect
{
    Sqlite,
    Postgres,
}
