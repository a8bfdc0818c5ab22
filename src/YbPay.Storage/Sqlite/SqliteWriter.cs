using System.Threading.Channels;

namespace YbPay.Storage.Sqlite;

/// <summary>
/// The one writer, with group commit: takes whatever waits (up to <see cref="LargestBatch"/>), runs each piece inside its
/// own savepoint, commits once. It never waits for more work to come: while one commit goes to disk, the next batch
/// gathers by itself.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    public const int LargestBatch = 256;
    private const int LongestQueue = 8192;

    private readonly Channel<WriteJob> queue = Channel.CreateBounded<WriteJob>(new BoundedChannelOptions(LongestQueue) { SingleReader = true });
    private readonly TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SqliteLink link;
    private readonly Thread thread;

    public SqliteWriter(SqliteLink link)
    {
        this.link = link;
        // A thread of its own: commits block it for milliseconds, which the pool's few threads are too good for.
        thread = new Thread(Loop) { IsBackground = true, Name = "sqlite writer" };
        thread.Start();
    }

    public async Task<T> WriteAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancel)
    {
        if (Thread.CurrentThread == thread) throw new InvalidOperationException("A write inside a write would wait for itself: use the session that is at hand.");
        var job = new WriteJob<T>(work, cancel);
        try
        {
            await queue.Writer.WriteAsync(job, cancel).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(IDatabase));
        }

        return await job.Task.ConfigureAwait(false);
    }

    private void Loop()
    {
        var batch = new List<WriteJob>(LargestBatch);
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            batch.Clear();
            while (batch.Count < LargestBatch && queue.Reader.TryRead(out var job))
            {
                if (job.Withdrawn) job.Withdraw();
                else batch.Add(job);
            }

            if (batch.Count > 0) new WriteBatch(link, batch).Run();
        }

        link.Dispose();
        stopped.SetResult();
    }

    /// <summary>What is queued is still written.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await stopped.Task.ConfigureAwait(false);
    }
}
