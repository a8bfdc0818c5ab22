using System.Threading.Channels;
using Npgsql;
using YbPay.Storage.Statements;

namespace YbPay.Storage.Postgres;

/// <summary>
/// Single INSERTs with group commit: while one commit goes to disk, the next ones gather by themselves and then go together, as one
/// message and one transaction. What fails together is tried again one by one, so that each fails for itself.
/// </summary>
internal sealed class PostgresInserts : IAsyncDisposable
{
    private const int LargestBatch = 64;
    private const int LongestQueue = 8192;

    private readonly Channel<Insert> queue = Channel.CreateBounded<Insert>(new BoundedChannelOptions(LongestQueue) { SingleReader = true });
    private readonly NpgsqlDataSource source;
    private readonly Task loop;

    public PostgresInserts(NpgsqlDataSource source)
    {
        this.source = source;
        loop = LoopAsync();
    }

    private sealed record Insert(StatementPlan Plan, CancellationToken Cancel)
    {
        public TaskCompletionSource<int> Rows { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public async Task<int> WriteAsync(StatementPlan plan, CancellationToken cancel)
    {
        var insert = new Insert(plan, cancel);
        try
        {
            await queue.Writer.WriteAsync(insert, cancel).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(IDatabase));
        }

        return await insert.Rows.Task.ConfigureAwait(false);
    }

    /// <summary>What is queued is still written.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop.ConfigureAwait(false);
    }

    private async Task LoopAsync()
    {
        var batch = new List<Insert>(LargestBatch);
        while (await queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            batch.Clear();
            while (batch.Count < LargestBatch && queue.Reader.TryRead(out var insert))
            {
                if (insert.Cancel.IsCancellationRequested) insert.Rows.SetCanceled(insert.Cancel);
                else batch.Add(insert);
            }

            if (batch.Count == 0 || await TryAsync(batch).ConfigureAwait(false)) continue;
            foreach (var insert in batch) await TryAsync([insert]).ConfigureAwait(false);
        }
    }

    /// <summary>False when several failed together: then none of them was written. One that fails alone is told.</summary>
    private async Task<bool> TryAsync(List<Insert> inserts)
    {
        try
        {
            var connection = await source.OpenConnectionAsync().ConfigureAwait(false);
            await using var _ = connection.ConfigureAwait(false);
            var batch = new NpgsqlBatch(connection);
            await using var __ = batch.ConfigureAwait(false);
            foreach (var insert in inserts) batch.BatchCommands.Add(insert.Plan.BatchCommand());
            await batch.ExecuteNonQueryAsync().ConfigureAwait(false);
            for (var i = 0; i < inserts.Count; i++) inserts[i].Rows.SetResult(batch.BatchCommands[i].RecordsAffected);
            return true;
        }
        catch (PostgresException) when (inserts.Count > 1)
        {
            return false;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            foreach (var insert in inserts) insert.Rows.SetException(error);
            return true;
        }
    }
}
