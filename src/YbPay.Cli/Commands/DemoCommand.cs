using System.CommandLine;
using YbPay.Cli.Days;
using YbPay.Cli.Demo;
using YbPay.Sandbox.Plan;
using YbPay.Sandbox.Time;

namespace YbPay.Cli.Commands;

/// <summary><c>ybpay demo</c>: another patient through a sandbox that is already up.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var options = new SandboxOptions();
        var seed = new Option<int?>("--seed") { Description = "Draws the same patient and bill again.", HelpName = "N" };
        var days = new Option<int?>("--days") { Description = "Instead: live through so many random days in a sandbox of its own, by a simulated clock, and check all books.", HelpName = "N" };
        var orders = new Option<int>("--orders-per-day") { Description = "With --days: the most patients of a day.", HelpName = "M", DefaultValueFactory = _ => 4 };
        var command = new Command("demo", "Walk another patient's bill through a sandbox that is up; or live through random days.") { seed, days, orders, DemoHuiminCommand.Create() };
        options.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            if (parsed.GetValue(days) is { } many) return await LiveAsync(parsed, options, new DaysSettings(many, parsed.GetValue(seed) ?? Random.Shared.Next(), parsed.GetValue(orders)), cancel);
            var plan = options.Plan(parsed, new SandboxClock());
            if (await SandboxAsync(plan, cancel) is not { } sandbox) return 2;
            var timeline = new Timeline(Console.Out, parsed.GetValue(options.Json));
            return await WalkAsync(plan, sandbox, await SandboxTime.OfAsync(sandbox, cancel), timeline, parsed.GetValue(seed) ?? Random.Shared.Next(), cancel) ? 0 : 1;
        });
        return command;
    }

    /// <summary>What the sandbox of this data folder tells; null when there is none, and then it is said.</summary>
    public static async Task<SandboxFile?> SandboxAsync(SandboxPlan plan, CancellationToken cancel)
    {
        var file = Path.Combine(plan.DataFolder, "sandbox.json");
        if (File.Exists(file)) return SandboxFile.Parse(await File.ReadAllTextAsync(file, cancel));
        await Console.Error.WriteLineAsync($"{file} is missing: start the sandbox with './ybpay up'.");
        return null;
    }

    private static async Task<int> LiveAsync(ParseResult parsed, SandboxOptions options, DaysSettings settings, CancellationToken cancel)
    {
        if (settings.Days < 1 || settings.OrdersPerDay < 1) throw new ArgumentException("--days and --orders-per-day begin at 1.");
        if (parsed.GetResult(options.Data) is { Implicit: false }) settings = settings with { Folder = parsed.GetValue(options.Data) };
        settings = settings with { Postgres = parsed.GetValue(options.Storage) switch { null or "sqlite" => null, "postgres" => "", var server => server } };
        try
        {
            var summary = await new DaysRun(settings, Console.Out).RunAsync(cancel);
            summary.WriteTo(Console.Out);
            return summary.Breaches.Count == 0 ? 0 : 1;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped before the last day; nothing was proved.");
            return 1;
        }
    }

    /// <summary>The journey, one more at the cashier, one whose accounts pay, and then the books; true when every step held.</summary>
    public static async Task<bool> WalkAsync(SandboxPlan plan, SandboxFile sandbox, TimeProvider clock, Timeline timeline, int seed, CancellationToken cancel)
    {
        var random = new Random(seed); // one for all: each draws a patient and a bill of its own
        using var journey = new PatientJourney(sandbox, clock, timeline, random);
        using var cashier = new CashierJourney(sandbox, clock, timeline, random);
        using var accounts = new AccountsJourney(plan, sandbox, clock, timeline, random);
        var held = await journey.RunAsync(cancel) && await cashier.RunAsync(cancel) && await accounts.RunAsync(cancel);
        var report = await BooksPage.AskAsync(plan, cancel);
        BooksPage.Show(timeline, report);
        return held && timeline.Held && report.IsClean;
    }
}
