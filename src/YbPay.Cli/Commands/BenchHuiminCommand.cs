using System.CommandLine;
using System.Text.Json;
using YbPay.Cli.Bench.Huimin;
using YbPay.Sandbox.Time;

namespace YbPay.Cli.Commands;

/// <summary><c>ybpay bench huimin</c>: the huimin platform's questions and images under load, and its memory.</summary>
internal static class BenchHuiminCommand
{
    private static readonly HuiminSettings Usual = new();

    /// <param name="defaultOut">Where a report of this name goes; null outside the source tree.</param>
    public static Command Create(Func<string, string?> defaultOut)
    {
        var output = new Option<string?>("--out") { Description = "Where the report goes; docs/benchmarks-huimin.md of the source tree without it.", HelpName = "FILE" };
        var quick = new Option<bool>("--quick") { Description = "All of it in seconds: a smoke test, no figures to quote." };
        var portBase = new Option<int>("--port-base") { Description = "The first of nine ports.", DefaultValueFactory = _ => Usual.PortBase };
        var storage = new Option<string?>("--storage") { Description = "A PostgreSQL connection string whose account may create databases, instead of a private cluster.", HelpName = "CONNECTION" };
        var command = new Command("huimin", "Measure the huimin platform, and write docs/benchmarks-huimin.md.") { output, quick, portBase, storage, Client() };
        command.SetAction(async (parsed, cancel) =>
        {
            if ((parsed.GetValue(output) ?? defaultOut("benchmarks-huimin.md")) is not { } path)
            {
                await Console.Error.WriteLineAsync("This program stands outside its source tree: say with --out where the report goes.");
                return 2;
            }

            var settings = Usual with { PortBase = parsed.GetValue(portBase), Storage = parsed.GetValue(storage) };
            var figures = await new HuiminBench(parsed.GetValue(quick) ? settings.Quick() : settings, Console.Out).RunAsync(cancel);
            var report = HuiminReport.Write(figures);
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            await File.WriteAllTextAsync(path, report, cancel);
            Console.Out.WriteLine();
            Console.Out.Write(report);
            return figures.Runs.Any(run => run.HasFailed) ? 1 : 0;
        });
        return command;
    }

    private static Command Client()
    {
        var options = new SandboxOptions();
        var platform = new Option<int>("--platform") { Description = "The platform's process id.", Required = true };
        var settings = new Option<string>("--settings") { Description = "What to do, as JSON.", Required = true };
        var command = new Command("client", "A hospital at a running platform; prints what it saw as JSON.") { platform, settings };
        command.Hidden = true;
        options.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var plan = options.Plan(parsed, new SandboxClock());
            var generator = new HuiminGenerator(JsonSerializer.Deserialize<HuiminSettings>(parsed.GetValue(settings)!)!, plan, parsed.GetValue(platform), plan.DataFolder);
            Console.Out.WriteLine(JsonSerializer.Serialize(await generator.RunAsync(cancel)));
            return 0;
        });
        return command;
    }
}
