using System.Globalization;
using System.Text;
using YbPay.Cli.Bench.Report;

namespace YbPay.Cli.Bench.Cashier;

/// <summary>The figures as docs/benchmarks-cashier.md.</summary>
internal static class CashierReport
{
    public static string Write(CashierFigures figures)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # Benchmarks of the cashier

            Written by `./ybpay bench cashier` in one run of {figures.Took.TotalMinutes:0.0} minutes on the machine described below; nothing in it is edited by hand.


            """);
        BenchReport.Targets(page, CashierVerdicts.Of(figures));
        BenchReport.Place(page, figures.Machine);
        How(page, figures.Settings);
        foreach (var run in figures.Runs) Pages(page, run);
        Weight(page, figures.Runs);
        return page.ToString();
    }

    private static void How(StringBuilder page, CashierSettings settings) => page.Append(CultureInfo.InvariantCulture, $"""

        ## What is measured

        Three processes on this machine: the centre; core and bank; the load generator, which is the hospital and {settings.Phones} phones, each with a loopback
        address of its own, and checks every page. The bills were uploaded (6201) before. Insurance and personal account pay all of them.

        * *first view*: the hospital's address is opened on a new phone (address checked, visit and cookie begun), its redirect followed, the bill pre-settled
          at the core (2206), the page shown. Style sheet and script are kept by a phone for a year and not fetched again.
        * *preview*: the page again, with another pre-settlement.
        * *confirming*: the form is sent, the core settles (2206, 2207), the redirect to the result. 6204 and 6302 go to the hospital meanwhile.
        * *result*: the page of a paid order.

        *All clients*: {settings.Clients} patients, each beginning the next when one is done: {settings.Addresses} addresses, or for {settings.Seconds:0} s (at most ten
        pages a visit, because the centre limits how often one asks). *Paced*: begun at a fixed rate for
        {settings.Seconds:0} s whatever became of those before, waiting in line counted. Before that {settings.WarmUp} patients walk the whole way unmeasured. SQLite runs with
        synchronous=FULL, PostgreSQL with fsync. CPU is each process's own, for one page.

        """);

    private static void Pages(StringBuilder page, CashierRun run)
    {
        page.Append(CultureInfo.InvariantCulture, $"""

            ## {run.Storage}

            Milliseconds. The centre's memory was {run.Centre.Peak / 1e6:0} MB at most.

            | page | load | pages/s | count | failed | p50 | p95 | p99 | most | CPU centre | CPU generator |
            |---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|

            """);
        foreach (var figure in run.Seen.Pages)
        {
            var each = 1000.0 / Math.Max(1, figure.Done);
            page.Append(CultureInfo.InvariantCulture, $"| {figure.Page} | {(figure.IsPaced ? $"paced at {figure.PacedRate:0}/s" : "all clients")} | {figure.Rate:0.0} | {figure.Times.Count} | {figure.Failed} |");
            page.Append(CultureInfo.InvariantCulture, $" {figure.Times.P50:0.0} | {figure.Times.P95:0.0} | {figure.Times.P99:0.0} | {figure.Times.Max:0.0} | {figure.CentreCpu * each:0.0} | {figure.GeneratorCpu * each:0.0} |\n");
        }
    }

    private static void Weight(StringBuilder page, IReadOnlyList<CashierRun> runs)
    {
        var weight = runs[0].Seen.Weight;
        page.Append(CultureInfo.InvariantCulture, $"""

            ## Bytes of the first view

            What comes over the wire to a phone that was never here before, for a bill with cash left and a choice of channels: HTTP/1.1, heads included, nothing compressed.

            | redirect | page | style sheet | script | together |
            |---:|---:|---:|---:|---:|
            | {weight.Redirect} | {weight.Page} | {weight.Style} | {weight.Script} | {weight.Total} |

            """);
    }
}
