using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using YbPay.Bureau.Door;
using YbPay.Storage.Legs;
using YbPay.Storage.Workers;

namespace YbPay.Bureau.Features.Accounts;

/// <summary>Runs the resolver from the moment when the database is open.</summary>
internal sealed class AccountWorker(BureauDatabase database, AccountResolver resolver, LegSignal signal, TimeProvider clock, ILogger<LegResolver> log)
    : IHostedService, IMeteredWorker, IDisposable
{
    private LegResolver? legs;

    public WorkMeter Work => legs?.Work ?? throw new InvalidOperationException("The core was not started.");

    public Task StartAsync(CancellationToken cancellationToken)
    {
        legs = new LegResolver(database.Get(), resolver, signal, clock, log);
        return legs.StartAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => legs?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public void Dispose() => legs?.Dispose();
}
