using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Cli.Demo;
using YbPay.Client;
using YbPay.Sandbox.Plan;

namespace YbPay.Cli.Bench.Load;

/// <summary>Runs phases of load against a server that is another process, and measures from the hospital's side.</summary>
internal sealed class LoadGenerator : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly BenchHospital _hospital;
    private readonly IReadOnlyList<Patient> _patients;
    private readonly string _orgCodg;
    private readonly int _serverPid;
    private readonly ConcurrentQueue<PaidOrder> _paid = new();
    private double _reached;

    private LoadGenerator(ServiceProvider services, BenchHospital hospital, IReadOnlyList<Patient> patients, string orgCodg, int serverPid) =>
        (_services, _hospital, _patients, _orgCodg, _serverPid) = (services, hospital, patients, orgCodg, serverPid);

    public static async Task<LoadGenerator> StartAsync(SandboxPlan plan, int persons, int serverPid, CancellationToken cancel)
    {
        var partner = plan.File([]).Partners[0];
        var services = new ServiceCollection().AddClient(plan.File([]), partner);
        var hospital = await BenchHospital.StartAsync(plan, services.GetRequiredService<SettlementNoticeReader>(), cancel);
        return new LoadGenerator(services, hospital, await Patients.CreateAsync(plan, persons, cancel), partner.OrgCodg, serverPid);
    }

    public async Task<LoadResult> RunAsync(LoadPhase phase, CancellationToken cancel)
    {
        var steps = OrderWalk.Steps.ToDictionary(step => step, _ => new Latencies());
        var walk = new OrderWalk(_services.GetRequiredService<IYbPayClient>(), _hospital, _orgCodg, steps);
        var (serverCpu, clientCpu, begun) = (ServerCpu(), OwnCpu(), Stopwatch.GetTimestamp());
        var tally = new Tally();
        await (phase.Kind switch
        {
            LoadPhase.Query => Task.WhenAll(Enumerable.Range(0, phase.Clients).Select(i => QueryAsync(walk, phase, begun, tally, cancel))),
            LoadPhase.Orders => Task.WhenAll(Enumerable.Range(0, phase.Clients).Select(i => OrdersAsync(walk, phase, i, begun, tally, cancel))),
            LoadPhase.Share => PacedAsync(walk, phase, phase.Rate * _reached, tally, cancel),
            _ => PacedAsync(walk, phase, phase.Rate, tally, cancel),
        });
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        if (phase.Kind == LoadPhase.Orders) _reached = tally.Done / seconds;
        return new LoadResult(
            phase.Kind, phase.Clients, seconds, tally.Done, tally.Failed, steps.ToDictionary(step => step.Key, step => step.Value.Summary()),
            ServerCpu() - serverCpu, OwnCpu() - clientCpu, walk.Asked, tally.Reasons);
    }

    public async ValueTask DisposeAsync()
    {
        await _hospital.DisposeAsync();
        await _services.DisposeAsync();
    }

    private async Task QueryAsync(OrderWalk walk, LoadPhase phase, long begun, Tally tally, CancellationToken cancel)
    {
        if (!_paid.TryDequeue(out var order)) throw new BenchFailedException("no paid order to ask for: a phase of orders comes first");
        while (Stopwatch.GetElapsedTime(begun).TotalSeconds < phase.Seconds) await tally.CountAsync(walk.QueryAsync(order, cancel));
        _paid.Enqueue(order);
    }

    private async Task OrdersAsync(OrderWalk walk, LoadPhase phase, int client, long begun, Tally tally, CancellationToken cancel)
    {
        var random = new Random(client);
        for (var turn = client; Stopwatch.GetElapsedTime(begun).TotalSeconds < phase.Seconds; turn += phase.Clients)
            await tally.CountAsync(OrderAsync(walk, turn, random, Stopwatch.GetTimestamp(), cancel));
    }

    private Task PacedAsync(OrderWalk walk, LoadPhase phase, double rate, Tally tally, CancellationToken cancel) => Pace.HoldAsync(
        rate, (int)Math.Ceiling(rate * phase.Seconds), (i, due) => tally.CountAsync(OrderAsync(walk, i, new Random(i), due, cancel)), cancel);

    private async Task<PaidOrder> OrderAsync(OrderWalk walk, int turn, Random random, long due, CancellationToken cancel)
    {
        await Task.Yield();
        var order = await walk.RunAsync(_patients[turn % _patients.Count], random, due, cancel);
        if (_paid.Count < _patients.Count) _paid.Enqueue(order);
        return order;
    }

    private double ServerCpu()
    {
        using var server = Process.GetProcessById(_serverPid);
        return server.TotalProcessorTime.TotalSeconds;
    }

    private static double OwnCpu() => Environment.CpuUsage.TotalTime.TotalSeconds;
}
