namespace YbPay.Storage;

/// <summary>
/// One role's database. The same statements run on SQLite and PostgreSQL; the few that differ ask <see cref="Dialect"/>.
/// Times are BIGINT milliseconds since 1970 UTC, amounts BIGINT fen, flags SMALLINT 0/1, texts TEXT, bytes BLOB / BYTEA.
/// </summary>
public interface IDatabase : IAsyncDisposable
{
    Dialect Dialect { get; }

    /// <summary>Reads outside any write; each statement sees what is committed when it starts.</summary>
    Task<T> ReadAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancel = default);

    /// <summary>Reads of which all statements see the same moment: for checks that compare tables, of which each may take ten minutes. Holds back clean-up while it runs.</summary>
    Task<T> ReadSnapshotAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancel = default);

    /// <summary>
    /// One transaction: all of <paramref name="work"/> or nothing, on disk when the task completes. On SQLite the single
    /// writer puts several such pieces of work under one commit (an exception undoes only its own piece). Never call
    /// another system inside; <paramref name="work"/> awaits nothing but the session, and has no other effect, because
    /// PostgreSQL may have it run again after a serialization failure or deadlock. A failed statement ends the
    /// transaction on both databases: use ON CONFLICT where a duplicate is expected.
    /// </summary>
    Task<T> WriteAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancel = default);

    /// <summary>
    /// One INSERT by itself, on disk when the task completes; gives the rows it wrote. Those that wait at the same time share
    /// a commit, and each succeeds or fails for itself.
    /// </summary>
    Task<int> InsertAsync(string sql, object args, CancellationToken cancel = default);

    /// <summary>Returns when the database answers; throws <see cref="StorageUnavailableException"/> otherwise.</summary>
    Task PingAsync(CancellationToken cancel = default);
}
