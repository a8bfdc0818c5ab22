using System.CommandLine;
using System.Text.Json;
using YbPay.Cli.Bench;
using YbPay.Cli.Bench.Load;
using YbPay.Cli.Bench.Processes;
using YbPay.Cli.Bench.Report;
using YbPay.Cli.Testing;
using YbPay.Sandbox.Time;

namespace YbPay.Cli.Commands;

/// <summary>
/// <c>ybpay bench</c>: speed, memory and start, measured and written down. The server and the load generator that it
/// measures with are this program again, as <c>bench server</c> and <c>bench client</c>.
/// </summary>
internal static class BenchCommand
{
    public static Command Create()
    {
        var options = new BenchOptions();
        var command = new Command("bench", "Measure speed and memory, and write docs/benchmarks.md.") 
        {
            Server(), Client(), BenchBureauCommand.Create(), BenchBooksCommand.Create(), BenchCashierCommand.Create(DefaultOut), BenchHuiminCommand.Create(DefaultOut),
        };
        options.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            if ((parsed.GetValue(options.Out) ?? DefaultOut("benchmarks.md")) is not { } path)
            {
                await Console.Error.WriteLineAsync("This program stands outside its source tree: say with --out where the report goes.");
                return 2;
            }

            var figures = await new BenchRun(options.Read(parsed), Console.Out).RunAsync(cancel);
            var report = BenchReport.Write(figures);
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            await File.WriteAllTextAsync(path, report, cancel);
            Console.Out.WriteLine();
            Console.Out.Write(report);
            return figures.Loads.All(run => run.Phases.All(phase => phase.Failed == 0)) ? 0 : 1;
        });
        return command;
    }

    private static string? DefaultOut(string file) => SourceTree.Root is { } root ? Path.Combine(root, "docs", file) : null;

    private static Command Server()
    {
        var (options, persons) = (new SandboxOptions(), Persons());
        var roles = new Option<string[]>("--role") { Description = "Those that run in this process; without it centre, core and bank.", DefaultValueFactory = _ => BenchServer.Roles };
        var command = new Command("server", "Centre, core and bank for a load generator, until the input ends.") { persons, roles };
        command.Hidden = true;
        options.AddTo(command);
        command.SetAction((parsed, cancel) =>
        {
            var clock = new SandboxClock();
            return BenchServer.RunAsync(options.Plan(parsed, clock), clock, parsed.GetValue(persons), parsed.GetValue(roles)!, cancel);
        });
        return command;
    }

    private static Command Client()
    {
        var (options, persons) = (new SandboxOptions(), Persons());
        var server = new Option<int>("--server") { Description = "The server's process id.", Required = true };
        var phases = new Option<string[]>("--phase") { Description = "kind:clients:seconds[:rate], one or more.", Required = true };
        var command = new Command("client", "Load on a running bench server; prints what it saw as JSON.") { persons, server, phases };
        command.Hidden = true;
        options.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var generator = await LoadGenerator.StartAsync(options.Plan(parsed, new SandboxClock()), parsed.GetValue(persons), parsed.GetValue(server), cancel);
            var results = new List<LoadResult>();
            foreach (var phase in parsed.GetValue(phases)!) results.Add(await generator.RunAsync(LoadPhase.Parse(phase), cancel));
            Console.Out.WriteLine(JsonSerializer.Serialize(results));
            return 0;
        });
        return command;
    }

    private static Option<int> Persons() => new("--persons") { Description = "How many insured persons there are; 0 for the sandbox's own.", DefaultValueFactory = _ => new BenchSettings().Persons };
}
