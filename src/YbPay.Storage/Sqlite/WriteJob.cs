using System.Runtime.ExceptionServices;

namespace YbPay.Storage.Sqlite;

/// <summary>One piece of work that waits for the writer.</summary>
internal abstract class WriteJob(CancellationToken cancel)
{
    /// <summary>True when the caller no longer wants it and it has not begun.</summary>
    public bool Withdrawn => Cancel.IsCancellationRequested;

    protected CancellationToken Cancel { get; } = cancel;

    /// <summary>Runs inside the open transaction; throws when the work or one of its statements failed.</summary>
    public abstract void Run(SqliteLink link);

    /// <summary>The commit is on disk.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception error);

    public abstract void Withdraw();
}

internal sealed class WriteJob<T>(Func<DbSession, Task<T>> work, CancellationToken cancel) : WriteJob(cancel)
{
    // Continuations never run on the writer's thread: the next batch must not wait for a caller.
    private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;

    public Task<T> Task => done.Task;

    public override void Run(SqliteLink link)
    {
        var session = new SqliteSession(link);
        try
        {
            result = work(session).GetAwaiter().GetResult();
        }
        finally
        {
            session.Ended = true;
        }

        if (session.Failure is { } failure) ExceptionDispatchInfo.Throw(failure);
    }

    public override void Complete() => done.SetResult(result!);

    public override void Fail(Exception error) => done.SetException(error);

    public override void Withdraw() => done.SetCanceled(Cancel);
}
