using Microsoft.Extensions.Hosting;
using YbPay.Storage;

namespace YbPay.Sandbox;

/// <summary>A simulated system's own database: open and up to date before its server listens, closed after it stopped.</summary>
public abstract class OwnDatabase(DatabaseOptions options) : IHostedLifecycleService, IAsyncDisposable
{
    private IDatabase? _opened;

    public IDatabase Opened => _opened ?? throw new InvalidOperationException($"The database of {options.Schema} is not open: its host was not started.");

    public async Task StartingAsync(CancellationToken cancellationToken) =>
        _opened ??= await Databases.OpenAsync(options, typeof(OwnDatabase).Assembly, cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_opened is { } opened) await opened.DisposeAsync();
        _opened = null;
        GC.SuppressFinalize(this);
    }
}
