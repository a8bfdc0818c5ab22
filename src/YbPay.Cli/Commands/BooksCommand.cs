using System.CommandLine;
using System.Text.Json;
using YbPay.Cli.Demo;
using YbPay.Sandbox.Plan;
using YbPay.Sandbox.Time;
using YbPay.Storage.Ledger;

namespace YbPay.Cli.Commands;

/// <summary><c>ybpay books check</c>: proves the books of centre, core and huimin platform, with the other sides asked when the sandbox is up.</summary>
internal static class BooksCommand
{
    public static Command Create()
    {
        var options = new SandboxOptions();
        var check = new Command("check", "Of centre, core and huimin platform: entries balance, orders, settlements, accounts and discharges agree with entries and legs, nothing twice, the other sides agree.");
        options.AddTo(check);
        check.SetAction((parsed, cancel) => RunAsync(parsed, options, cancel));
        return new Command("books", "The double-entry books.") { check };
    }

    private static async Task<int> RunAsync(ParseResult parsed, SandboxOptions options, CancellationToken cancel)
    {
        var clock = new SandboxClock();
        var plan = options.Plan(parsed, clock);
        var report = await AskAsync(plan, cancel) ?? await BooksPage.AloneAsync(plan, clock, cancel);
        if (parsed.GetValue(options.Json)) Console.Out.WriteLine(JsonSerializer.Serialize(report, BooksJson.Default.BooksReport));
        else BooksPage.Show(new Timeline(Console.Out, json: false), report);
        return report.IsSound ? 0 : 1;
    }

    /// <summary>Null when nobody answers at the plan's addresses.</summary>
    private static async Task<BooksReport?> AskAsync(SandboxPlan plan, CancellationToken cancel)
    {
        try
        {
            return await BooksPage.AskAllAsync(plan, cancel);
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConnectionError)
        {
            return null;
        }
    }
}
