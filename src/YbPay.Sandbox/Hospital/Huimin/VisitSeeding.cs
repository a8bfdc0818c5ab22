using Microsoft.Extensions.Hosting;

namespace YbPay.Sandbox.Hospital.Huimin;

/// <summary>The first visits, before the hospitals are called.</summary>
internal sealed class VisitSeeding(HuiminDesk desk, HospitalOptions options) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => options.Visits.Count == 0 ? Task.CompletedTask : desk.AddAsync(options.Visits, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
