using YbPay.Storage;

namespace YbPay.Bureau.Door;

/// <summary>The core's own database, there once the core has started; not shared with another role in the same process.</summary>
internal sealed class BureauDatabase : IAsyncDisposable
{
    private IDatabase? database;

    public IDatabase Get() => database ?? throw new InvalidOperationException("The bureau has not started yet.");

    public void Set(IDatabase opened) => database = opened;

    public ValueTask DisposeAsync() => database?.DisposeAsync() ?? ValueTask.CompletedTask;
}
