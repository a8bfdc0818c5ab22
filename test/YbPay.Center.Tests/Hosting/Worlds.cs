namespace YbPay.Center.Tests.Hosting;

/// <summary>The sandboxes of one test class, one on each database, started when a test first asks for it.</summary>
public sealed class Worlds : IAsyncLifetime
{
    private readonly Dictionary<string, CenterHost> _started = [];

    internal async Task<CenterHost> OnAsync(string database)
    {
        if (_started.TryGetValue(database, out var running)) return running;
        return _started[database] = await CenterHost.StartAsync(database);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var world in _started.Values) await world.DisposeAsync();
    }
}
