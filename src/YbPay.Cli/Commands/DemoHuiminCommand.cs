using System.CommandLine;
using YbPay.Cli.Demo;
using YbPay.Cli.Demo.Huimin;
using YbPay.Sandbox.Plan;
using YbPay.Sandbox.Time;

namespace YbPay.Cli.Commands;

/// <summary><c>ybpay demo huimin</c>: an inpatient through the huimin platform of a sandbox that is up.</summary>
internal static class DemoHuiminCommand
{
    public static Command Create()
    {
        var options = new SandboxOptions();
        var seed = new Option<int?>("--seed") { Description = "Draws the same hospital and bill again.", HelpName = "N" };
        var command = new Command("huimin", "Walk an inpatient through the huimin platform: enrolment, deposits, discharge, claim, statement. Puts the sandbox's clock on by a day.") { seed };
        options.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var plan = options.Plan(parsed, new SandboxClock());
            if (await DemoCommand.SandboxAsync(plan, cancel) is not { } sandbox) return 2;
            var timeline = new Timeline(Console.Out, parsed.GetValue(options.Json));
            return await WalkAsync(plan, sandbox, await SandboxTime.OfAsync(sandbox, cancel), timeline, parsed.GetValue(seed) ?? Random.Shared.Next(), cancel) ? 0 : 1;
        });
        return command;
    }

    /// <summary>The journey, and then the books; true when every step held.</summary>
    public static async Task<bool> WalkAsync(SandboxPlan plan, SandboxFile sandbox, SandboxClock clock, Timeline timeline, int seed, CancellationToken cancel)
    {
        var held = await new HuiminJourney(sandbox, clock, timeline, seed).RunAsync(cancel);
        var report = await BooksPage.AskHuiminAsync(plan, cancel);
        BooksPage.Show(timeline, report);
        return held && timeline.Held && report.IsClean;
    }
}
