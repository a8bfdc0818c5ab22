using System.CommandLine;
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
        var command = new Command("demo", "Walk another patient's bill through a sandbox that is up.") { seed };
        options.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var plan = options.Plan(parsed, new SandboxClock());
            var file = Path.Combine(plan.DataFolder, "sandbox.json");
            if (!File.Exists(file))
            {
                await Console.Error.WriteLineAsync($"{file} is missing: start the sandbox with './ybpay up'.");
                return 2;
            }

            var timeline = new Timeline(Console.Out, parsed.GetValue(options.Json));
            var sandbox = SandboxFile.Parse(await File.ReadAllTextAsync(file, cancel));
            return await WalkAsync(plan, sandbox, TimeProvider.System, timeline, parsed.GetValue(seed) ?? Random.Shared.Next(), cancel) ? 0 : 1;
        });
        return command;
    }

    /// <summary>The journey, one more at the cashier, and then the books; true when every step held.</summary>
    public static async Task<bool> WalkAsync(SandboxPlan plan, SandboxFile sandbox, TimeProvider clock, Timeline timeline, int seed, CancellationToken cancel)
    {
        using var journey = new PatientJourney(sandbox, clock, timeline, seed);
        using var cashier = new CashierJourney(sandbox, clock, timeline, seed);
        var held = await journey.RunAsync(cancel) && await cashier.RunAsync(cancel);
        var report = await BooksPage.AskAsync(plan, cancel);
        BooksPage.Show(timeline, report);
        return held && timeline.Held && report.IsClean;
    }
}
