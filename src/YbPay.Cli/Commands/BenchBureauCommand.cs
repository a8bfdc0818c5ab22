using System.CommandLine;
using System.Globalization;
using YbPay.Cli.Bench;
using YbPay.Cli.Bench.Bureau;
using YbPay.Cli.Bench.Processes;

namespace YbPay.Cli.Commands;

/// <summary><c>ybpay bench bureau</c>: the core's speed. Prints only: what one machine was worth on one day is no figure to keep.</summary>
internal static class BenchBureauCommand
{
    public static Command Create()
    {
        var quick = new Option<bool>("--quick") { Description = "One short round, to see that it works." };
        var storage = new Option<string?>("--storage") { Description = "A PostgreSQL connection string whose account may create databases, instead of a private cluster.", HelpName = "CONNECTION" };
        var command = new Command(
            "bureau", "The core: pure benefit calculations a second on one core, and stored pre-settlements and settlements a second over HTTP. Status 1 when a target is missed or a call fails.")
        {
            quick, storage,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var isQuick = parsed.GetValue(quick);
            var calculated = Calculate(isQuick ? new CalculationBench(1, TimeSpan.FromMilliseconds(100)) : new CalculationBench(5, TimeSpan.FromSeconds(1)));
            var stored = await StoreAsync(new CoreBench(isQuick ? CoreSettings.Quick : CoreSettings.Usual), parsed.GetValue(storage), cancel);
            return calculated && stored ? 0 : 1;
        });
        return command;
    }

    private static bool Calculate(CalculationBench bench)
    {
        var met = true;
        foreach (var figure in bench.Run())
        {
            met &= figure.Met;
            Tell($"policy {figure.Policy}  {figure.Lines,3} lines  {figure.Median,12:N0}/s a core  ({figure.Least:N0} to {figure.Most:N0})  target {figure.Target:N0}  {(figure.Met ? "met" : "missed")}");
        }

        return met;
    }

    /// <summary>True when no call failed.</summary>
    private static async Task<bool> StoreAsync(CoreBench bench, string? given, CancellationToken cancel)
    {
        var (_, held) = await BothStorages.RunAsync(
            given, Console.Out, (storage, folder, postgres) => ShowAsync(bench.RunAsync(storage, Directory.CreateDirectory(Path.Combine(folder, storage)).FullName, postgres, cancel)), _ => { }, cancel);
        return held.All(none => none);
    }

    private static async Task<bool> ShowAsync(IAsyncEnumerable<CoreFigure> figures)
    {
        var held = true;
        await foreach (var figure in figures)
        {
            held &= figure.Failed == 0;
            var times = string.Create(CultureInfo.InvariantCulture, $"{figure.Times.P50:N0}/{figure.Times.P95:N0}/{figure.Times.P99:N0}");
            var failures = string.Concat(figure.Reasons.Select(reason => "; " + reason));
            Tell($"{figure.Storage,-10}  {figure.Infno}  {figure.Lines,3} lines  {figure.Rate,8:N0}/s  core {figure.ServerCpu:N2} ms CPU  p50/p95/p99 {times} ms  failed {figure.Failed}{failures}");
        }

        return held;
    }

    private static void Tell(FormattableString line) => Console.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
