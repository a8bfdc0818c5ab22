using System.Data;
using System.Data.Common;
using System.Runtime.ExceptionServices;
using Npgsql;
using YbPay.Storage.Migrations;
using YbPay.Storage.Statements;

namespace YbPay.Storage.Postgres;

/// <summary>One schema of a PostgreSQL database; any number of nodes share it.</summary>
internal sealed class PostgresDatabase : IDatabase
{
    private const int MostTries = 5;

    /// <summary>A check of the books reads whole tables: ten minutes a statement.</summary>
    private const int SnapshotPatience = 600;
    private const int MostConnections = 20;

    /// <summary>
    /// Every statement here goes by a key or an index whatever its arguments are: planned once a connection, not six times. A plan made while a
    /// table was small, or its queue long, must not read all of it for ever after, so whole tables are read only where no index serves. What
    /// the planner then thinks of its costs must not make it compile.
    /// </summary>
    private const string Planning = "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c jit=off";

    private readonly NpgsqlDataSource source;
    private readonly string place;
    private readonly PostgresInserts inserts;

    private PostgresDatabase(NpgsqlDataSource source, string place) => (this.source, this.place, inserts) = (source, place, new(source));

    public Dialect Dialect => Dialect.Postgres;

    public static async Task<PostgresDatabase> OpenAsync(DatabaseOptions options, IReadOnlyList<Migration> migrations, CancellationToken cancel)
    {
        var settings = Settings(options);
        var place = $"PostgreSQL at {settings.Host}:{settings.Port}, database {settings.Database ?? settings.Username}";
        var source = NpgsqlDataSource.Create(settings);
        try
        {
            await PostgresMigrator.ApplyAsync(source, options.Schema, migrations, options.Clock.GetUtcNow().ToUnixTimeMilliseconds(), cancel).ConfigureAwait(false);
            return new(source, place);
        }
        catch (Exception error)
        {
            await source.DisposeAsync().ConfigureAwait(false);
            if (error is DbException) throw new StorageUnavailableException($"{place} cannot be used: {error.Message}", error);
            throw;
        }
    }

    private static NpgsqlConnectionStringBuilder Settings(DatabaseOptions options)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(options.Storage) { SearchPath = PostgresMigrator.Quote(options.Schema) };
            if (settings.MaxAutoPrepare == 0) (settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (200, 1);
            settings.Options ??= Planning;
            // A few connections keep a server of any size busy, each costs it memory and its own plans, and several roles and nodes share
            // its max_connections (100 as it comes). ContainsKey would be true of any word that the provider knows.
            if (settings.Keys.All(given => given != "Maximum Pool Size")) settings.MaxPoolSize = MostConnections;
            settings.ApplicationName ??= "ybpay " + options.Schema;
            // Nothing here changes a session (locks and settings are the transaction's), so there is nothing to reset between uses.
            settings.NoResetOnClose = true;
            // Which of the statements that travelled together it was that failed (CommitAsync asks).
            settings.IncludeFailedBatchedCommand = true;
            return settings;
        }
        catch (Exception error) when (error is ArgumentException or FormatException)
        {
            // The provider's message may repeat what was given, a password among it.
            throw new StorageUnavailableException($"The PostgreSQL connection string cannot be read ({error.GetType().Name}): it looks like Host=...;Database=...;Username=...;Password=...");
        }
    }

    public async Task<T> ReadAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancel = default)
    {
        var connection = await source.OpenConnectionAsync(cancel).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        var session = new PostgresSession(connection, null);
        try
        {
            return await work(session).ConfigureAwait(false);
        }
        finally
        {
            session.Ended = true;
        }
    }

    public Task<T> ReadSnapshotAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancel = default) => TransactAsync(
        async session =>
        {
            // Who compares tables reads all of them.
            await session.LaterAsync("SET LOCAL enable_seqscan = on").ConfigureAwait(false);
            return await work(session).ConfigureAwait(false);
        },
        IsolationLevel.RepeatableRead, cancel, SnapshotPatience);

    public async Task<T> WriteAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancel = default)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await TransactAsync(work, IsolationLevel.ReadCommitted, cancel).ConfigureAwait(false);
            }
            catch (PostgresException error) when (tries < MostTries && StorageErrors.IsWorthAnotherTry(error))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5 << tries), cancel).ConfigureAwait(false);
            }
        }
    }

    private async Task<T> TransactAsync<T>(Func<DbSession, Task<T>> work, IsolationLevel isolation, CancellationToken cancel, int? patience = null)
    {
        var connection = await source.OpenConnectionAsync(cancel).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        var transaction = await connection.BeginTransactionAsync(isolation, cancel).ConfigureAwait(false);
        await using var __ = transaction.ConfigureAwait(false);
        var session = new PostgresSession(connection, transaction) { Patience = patience };
        T result;
        try
        {
            result = await work(session).ConfigureAwait(false);
        }
        finally
        {
            session.Ended = true;
        }

        // The server would answer COMMIT of a failed transaction with a silent rollback.
        if (session.Failure is { } failure) ExceptionDispatchInfo.Throw(failure);
        await session.CommitAsync().ConfigureAwait(false);
        return result;
    }

    public Task<int> InsertAsync(string sql, object args, CancellationToken cancel = default) => inserts.WriteAsync(StatementPlan.For(sql, args), cancel);

    public async Task PingAsync(CancellationToken cancel = default)
    {
        try
        {
            await ReadAsync(session => session.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM schema_migrations"), cancel).ConfigureAwait(false);
        }
        catch (DbException error)
        {
            throw new StorageUnavailableException($"{place} does not answer: {error.Message}", error);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await inserts.DisposeAsync().ConfigureAwait(false);
        await source.DisposeAsync().ConfigureAwait(false);
    }
}
