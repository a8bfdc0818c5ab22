using System.CommandLine;
using System.Globalization;
using YbPay.Bureau;
using YbPay.Cli.Demo;
using YbPay.Contracts.Outcomes;
using YbPay.Sandbox.Plan;
using YbPay.Sandbox.Time;

namespace YbPay.Cli.Commands;

/// <summary><c>ybpay statement INSTITUTION DAY</c>: the statement's very bytes on standard output, its digest on standard error.</summary>
internal static class StatementCommand
{
    public static Command Create()
    {
        var options = new SandboxOptions();
        var institution = new Argument<string>("INSTITUTION") { Description = "The institution's code." };
        var day = new Argument<string>("DAY") { Description = "yyyy-MM-dd, a day that is over." };
        var command = new Command("statement", "An institution's statement of a day, as the core stored it. Status 1 when the ledger gives another.") { institution, day };
        options.AddTo(command);
        command.Subcommands.Add(HuiminStatementCommand.Create());
        command.SetAction(async (parsed, cancel) =>
        {
            var clock = new SandboxClock();
            var plan = options.Plan(parsed, clock);
            var code = parsed.GetValue(institution)!;
            if (!DateOnly.TryParseExact(parsed.GetValue(day), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                throw new ArgumentException($"{parsed.GetValue(day)} is no day: yyyy-MM-dd.");
            var outcome = await StatementDoor.AskAsync(plan, code, date, cancel) ?? await BureauStatements.ReadAsync(plan.DatabaseOf(SandboxRoles.Bureau), code, date, clock.GetUtcNow(), cancel);
            return await outcome.Match(ShowAsync, why => RefusedAsync($"[{why.Name}] {why.Message}"));
        });
        return command;
    }

    private static async Task<int> ShowAsync(BureauStatement statement)
    {
        await using (var output = Console.OpenStandardOutput()) await output.WriteAsync(statement.Content);
        await Console.Error.WriteLineAsync($"SM3 {statement.Digest}");
        if (statement.Agrees) return 0;
        await Console.Error.WriteLineAsync("ybpay: the ledger gives another statement than the one that was stored.");
        return 1;
    }

    private static async Task<int> RefusedAsync(string why)
    {
        await Console.Error.WriteLineAsync($"ybpay: {why}");
        return Failures.ExitCode;
    }
}
