using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Center.Features.Books;
using YbPay.Cli.Demo;
using YbPay.Cli.Hosting;
using YbPay.Sandbox.Faults;
using YbPay.Sandbox.Plan;
using YbPay.Sandbox.Time;

namespace YbPay.Cli.Commands;

/// <summary><c>ybpay books check</c>: proves the centre's books, with bank and core asked when the sandbox is up.</summary>
internal static class BooksCommand
{
    public static Command Create()
    {
        var options = new SandboxOptions();
        var check = new Command("check", "Entries balance, orders agree with entries and legs, nothing twice, the other sides agree.");
        options.AddTo(check);
        check.SetAction((parsed, cancel) => RunAsync(parsed, options, cancel));
        return new Command("books", "The double-entry books.") { check };
    }

    private static async Task<int> RunAsync(ParseResult parsed, SandboxOptions options, CancellationToken cancel)
    {
        var plan = options.Plan(parsed, new SandboxClock());
        var report = await AskAsync(plan, cancel) ?? await AloneAsync(plan, cancel);
        if (parsed.GetValue(options.Json)) Console.Out.WriteLine(JsonSerializer.Serialize(report, BooksJson.Default.BooksReport));
        else BooksPage.Show(new Timeline(Console.Out, json: false), report);
        return report.IsSound ? 0 : 1;
    }

    /// <summary>Null when no centre answers at the plan's address.</summary>
    private static async Task<BooksReport?> AskAsync(SandboxPlan plan, CancellationToken cancel)
    {
        try
        {
            return await BooksPage.AskAsync(plan, cancel);
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConnectionError)
        {
            return null;
        }
    }

    /// <summary>The sandbox is down: its database alone can still be proved.</summary>
    private static async Task<BooksReport> AloneAsync(SandboxPlan plan, CancellationToken cancel)
    {
        var hosts = new SandboxHosts(plan, new SandboxClock(), new FaultBook(), verbose: false);
        await using var centre = await hosts.CenterAsync();
        cancel.ThrowIfCancellationRequested();
        return await BooksDoor.CheckAloneAsync(centre.Services);
    }
}
