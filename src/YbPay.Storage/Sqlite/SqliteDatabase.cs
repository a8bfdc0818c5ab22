using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using YbPay.Storage.Migrations;

namespace YbPay.Storage.Sqlite;

/// <summary>One SQLite file: one writer with group commit, and as many readers as can be of use.</summary>
internal sealed class SqliteDatabase : IDatabase
{
    private static readonly int MostReaders = Math.Clamp(Environment.ProcessorCount * 2, 4, 16);

    private readonly ConcurrentBag<SqliteLink> readers = [];
    private readonly SemaphoreSlim readersFree = new(MostReaders);
    private readonly SqliteConnections connections;
    private readonly SqliteWriter writer;
    private volatile bool disposed;

    private SqliteDatabase(SqliteConnections connections, SqliteLink writerLink)
    {
        this.connections = connections;
        writer = new(writerLink);
    }

    public Dialect Dialect => Dialect.Sqlite;

    public static SqliteDatabase Open(DatabaseOptions options, IReadOnlyList<Migration> migrations)
    {
        var connections = new SqliteConnections(options.Storage);
        connections.Prepare();
        SqliteLink? link = null;
        try
        {
            link = connections.OpenWriter();
            SqliteMigrator.Apply(link, migrations, options.Clock.GetUtcNow().ToUnixTimeMilliseconds());
            return new(connections, link);
        }
        catch (SqliteException error)
        {
            link?.Dispose();
            throw new StorageUnavailableException($"The database file {options.Storage} cannot be used: {error.Message}", error);
        }
        catch
        {
            link?.Dispose();
            throw;
        }
    }

    public async Task<T> ReadAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancel = default)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        await readersFree.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (!readers.TryTake(out var link)) link = connections.OpenReader();
            var session = new SqliteSession(link);
            try
            {
                return await work(session).ConfigureAwait(false);
            }
            finally
            {
                session.Ended = true;
                Return(link);
            }
        }
        finally
        {
            readersFree.Release();
        }
    }

    public Task<T> ReadSnapshotAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancel = default) => ReadAsync(async session =>
    {
        await session.ExecuteAsync("BEGIN").ConfigureAwait(false);
        // A failed read leaves the transaction open on purpose: Return drops the connection with it.
        var result = await work(session).ConfigureAwait(false);
        await session.ExecuteAsync("COMMIT").ConfigureAwait(false);
        return result;
    }, cancel);

    public Task<T> WriteAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancel = default) => writer.WriteAsync(work, cancel);

    public Task<int> InsertAsync(string sql, object args, CancellationToken cancel = default) => WriteAsync(session => session.ExecuteAsync(sql, args), cancel);

    public async Task PingAsync(CancellationToken cancel = default)
    {
        try
        {
            await ReadAsync(session => session.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM schema_migrations"), cancel).ConfigureAwait(false);
        }
        catch (SqliteException error)
        {
            throw new StorageUnavailableException($"The database file {connections.Path} does not answer: {error.Message}", error);
        }
    }

    private void Return(SqliteLink link)
    {
        if (disposed || link.InTransaction) link.Dispose();
        else readers.Add(link);
    }

    /// <summary>Writes what is queued, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        if (disposed) return;
        disposed = true;
        await writer.DisposeAsync().ConfigureAwait(false);
        for (var i = 0; i < MostReaders; i++) await readersFree.WaitAsync().ConfigureAwait(false);
        while (readers.TryTake(out var link)) link.Dispose();
        readersFree.Dispose();
    }
}
