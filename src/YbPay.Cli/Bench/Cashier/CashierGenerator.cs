using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Cli.Bench.Load;
using YbPay.Cli.Demo;
using YbPay.Client;
using YbPay.Sandbox.Plan;

namespace YbPay.Cli.Bench.Cashier;

/// <summary>Patients at the cashier of a centre that is another process, measured from their side.</summary>
internal sealed class CashierGenerator(CashierSettings settings, SandboxPlan plan, int centrePid)
{
    /// <summary>The centre lets one visit ask 30 times in ten seconds; with what else it asks, these stay below.</summary>
    private const int MostOfAVisit = 10;

    private readonly List<CashierFigure> _figures = [];

    public async Task<CashierSeen> RunAsync(CancellationToken cancel)
    {
        var (file, partner) = (plan.File([]), plan.File([]).Partners[0]);
        await using var services = new ServiceCollection().AddClient(file, partner);
        await using var hospital = await BenchHospital.StartAsync(plan, services.GetRequiredService<SettlementNoticeReader>(), cancel);
        var patients = await Patients.CreateAsync(plan, settings.Persons, cancel);
        var phones = Enumerable.Range(0, settings.Phones).Select(number => new CashierPhone(number)).ToArray();
        try
        {
            var walk = new CashierWalk(file, partner, services.GetRequiredService<IYbPayClient>());
            var visitors = await UploadAsync(walk, patients, phones, cancel);
            await WarmUpAsync(walk, visitors[..settings.WarmUp], cancel);
            await MeasureAsync(walk, visitors[settings.WarmUp..], cancel);
            using var stranger = new CashierPhone(settings.Phones);
            var weight = await walk.WeighAsync(await walk.UploadAsync(patients[0], stranger, new Random(0), leavesCash: true, cancel), cancel);
            return new CashierSeen(_figures, weight);
        }
        finally
        {
            foreach (var phone in phones) phone.Dispose();
        }
    }

    private async Task<CashierVisitor[]> UploadAsync(CashierWalk walk, IReadOnlyList<Patient> patients, CashierPhone[] phones, CancellationToken cancel)
    {
        var visitors = new CashierVisitor[settings.WarmUp + settings.Addresses + settings.PacedAddresses];
        await Parallel.ForAsync(0, visitors.Length, new ParallelOptions { MaxDegreeOfParallelism = settings.Clients, CancellationToken = cancel }, async (i, token) =>
            visitors[i] = await walk.UploadAsync(patients[i % patients.Count], phones[i % phones.Length], new Random(i), leavesCash: false, token));
        return visitors;
    }

    private static async Task WarmUpAsync(CashierWalk walk, CashierVisitor[] visitors, CancellationToken cancel) => await Parallel.ForEachAsync(visitors, cancel, async (visitor, token) =>
    {
        await walk.FirstAsync(visitor, token);
        for (var i = 0; i < 5; i++) await walk.PreviewAsync(visitor, token);
        await walk.ConfirmAsync(visitor, token);
        for (var i = 0; i < 5; i++) await walk.ResultAsync(visitor, token);
    });

    private async Task MeasureAsync(CashierWalk walk, CashierVisitor[] visitors, CancellationToken cancel)
    {
        await OnceEachAsync(CashierPage.First, visitors[..settings.Addresses], visitor => walk.FirstAsync(visitor, cancel));
        await PacedAsync(CashierPage.First, visitors[settings.Addresses..], visitor => walk.FirstAsync(visitor, cancel), cancel);
        await AgainAndAgainAsync(CashierPage.Preview, visitors, visitor => walk.PreviewAsync(visitor, cancel));
        await PacedAsync(CashierPage.Preview, visitors, visitor => walk.PreviewAsync(visitor, cancel), cancel);
        await OnceEachAsync(CashierPage.Confirm, visitors[..settings.Addresses], visitor => walk.ConfirmAsync(visitor, cancel));
        await PacedAsync(CashierPage.Confirm, visitors[settings.Addresses..], visitor => walk.ConfirmAsync(visitor, cancel), cancel);
        await AgainAndAgainAsync(CashierPage.Result, visitors, visitor => walk.ResultAsync(visitor, cancel));
        await PacedAsync(CashierPage.Result, visitors, visitor => walk.ResultAsync(visitor, cancel), cancel);
    }

    private Task OnceEachAsync(string page, CashierVisitor[] visitors, Func<CashierVisitor, Task> step)
    {
        var next = -1;
        return RecordAsync(page, 0, timed => AllAsync(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < visitors.Length; i = Interlocked.Increment(ref next)) await timed(Stopwatch.GetTimestamp(), step(visitors[i]));
        }));
    }

    private Task AgainAndAgainAsync(string page, CashierVisitor[] visitors, Func<CashierVisitor, Task> step)
    {
        var (next, begun) = (-1, Stopwatch.GetTimestamp());
        return RecordAsync(page, 0, timed => AllAsync(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < visitors.Length * MostOfAVisit && Stopwatch.GetElapsedTime(begun).TotalSeconds < settings.Seconds; i = Interlocked.Increment(ref next))
                await timed(Stopwatch.GetTimestamp(), step(visitors[i % visitors.Length]));
        }));
    }

    private Task PacedAsync(string page, CashierVisitor[] visitors, Func<CashierVisitor, Task> step, CancellationToken cancel) => RecordAsync(
        page, settings.PacedRate, timed => Pace.HoldAsync(settings.PacedRate, settings.PacedAddresses, (i, due) => timed(due, step(visitors[i % visitors.Length])), cancel));

    private Task AllAsync(Func<Task> client) => Task.WhenAll(Enumerable.Range(0, settings.Clients).Select(_ => client()));

    /// <param name="load">Gets what times a step from a time stamp on.</param>
    private async Task RecordAsync(string page, double rate, Func<Func<long, Task, Task>, Task> load)
    {
        var (tally, times) = (new Tally(), new Latencies());
        var (centre, own, begun) = (CentreCpu(), OwnCpu(), Stopwatch.GetTimestamp());
        await load((due, step) => tally.CountAsync(TimedAsync(due, step, times)));
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        _figures.Add(new CashierFigure(page, rate, seconds, tally.Done, tally.Failed, times.Summary(), CentreCpu() - centre, OwnCpu() - own, tally.Reasons));
    }

    private static async Task TimedAsync(long due, Task step, Latencies times)
    {
        await step;
        times.Add(Stopwatch.GetTimestamp() - due);
    }

    private double CentreCpu()
    {
        using var centre = Process.GetProcessById(centrePid);
        return centre.TotalProcessorTime.TotalSeconds;
    }

    private static double OwnCpu() => Environment.CpuUsage.TotalTime.TotalSeconds;
}
