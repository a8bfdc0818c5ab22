using System.CommandLine;
using System.Text.Json;
using YbPay.Cli.Bench.Cashier;
using YbPay.Sandbox.Time;

namespace YbPay.Cli.Commands;

/// <summary><c>ybpay bench cashier</c>: the patient's pages under load, and their bytes.</summary>
internal static class BenchCashierCommand
{
    private static readonly CashierSettings Usual = new();

    /// <param name="defaultOut">Where a report of this name goes; null outside the source tree.</param>
    public static Command Create(Func<string, string?> defaultOut)
    {
        var output = new Option<string?>("--out") { Description = "Where the report goes; docs/benchmarks-cashier.md of the source tree without it.", HelpName = "FILE" };
        var quick = new Option<bool>("--quick") { Description = "All of it in seconds: a smoke test, no figures to quote." };
        var portBase = new Option<int>("--port-base") { Description = "The first of nine ports.", DefaultValueFactory = _ => Usual.PortBase };
        var storage = new Option<string?>("--storage") { Description = "A PostgreSQL connection string whose account may create databases, instead of a private cluster.", HelpName = "CONNECTION" };
        var command = new Command("cashier", "Measure the cashier's pages, and write docs/benchmarks-cashier.md.") { output, quick, portBase, storage, Client() };
        command.SetAction(async (parsed, cancel) =>
        {
            if ((parsed.GetValue(output) ?? defaultOut("benchmarks-cashier.md")) is not { } path)
            {
                await Console.Error.WriteLineAsync("This program stands outside its source tree: say with --out where the report goes.");
                return 2;
            }

            var settings = Usual with { PortBase = parsed.GetValue(portBase), Storage = parsed.GetValue(storage) };
            var figures = await new CashierBench(parsed.GetValue(quick) ? settings.Quick() : settings, Console.Out).RunAsync(cancel);
            var report = CashierReport.Write(figures);
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            await File.WriteAllTextAsync(path, report, cancel);
            Console.Out.WriteLine();
            Console.Out.Write(report);
            return figures.Runs.All(run => run.Seen.Pages.All(page => page.Failed == 0)) ? 0 : 1;
        });
        return command;
    }

    private static Command Client()
    {
        var options = new SandboxOptions();
        var centre = new Option<int>("--centre") { Description = "The centre's process id.", Required = true };
        var settings = new Option<string>("--settings") { Description = "What to do, as JSON.", Required = true };
        var command = new Command("client", "Patients at a running centre; prints what they saw as JSON.") { centre, settings };
        command.Hidden = true;
        options.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var generator = new CashierGenerator(JsonSerializer.Deserialize<CashierSettings>(parsed.GetValue(settings)!)!, options.Plan(parsed, new SandboxClock()), parsed.GetValue(centre));
            Console.Out.WriteLine(JsonSerializer.Serialize(await generator.RunAsync(cancel)));
            return 0;
        });
        return command;
    }
}
