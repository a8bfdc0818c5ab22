using System.Globalization;
using System.Text;
using YbPay.Cli.Bench.Load;

namespace YbPay.Cli.Bench.Report;

/// <summary>The part of the page about orders: rates, latencies, memory, growth, start.</summary>
internal static class OrderTables
{
    public static void Write(StringBuilder page, BenchFigures figures)
    {
        How(page, figures.Settings);
        Rates(page, figures.Loads);
        Latencies(page, figures.Loads);
        page.Append(CultureInfo.InvariantCulture, $"""

            ## Start and idle memory

            `ybpay up` on an empty data folder (the keys exist), from the process's beginning to the first sealed answer of 6101: {string.Join(", ", figures.Start.Seconds.Select(s => s.ToString("0.00", CultureInfo.InvariantCulture)))} s.
            The whole sandbox (five servers in one process) after its demonstration: {figures.Start.Idle.Resident / 1e6:0} MB resident, {figures.Start.Idle.Peak / 1e6:0} MB at most since its start.

            """);
    }

    private static void How(StringBuilder page, BenchSettings settings) => page.Append(CultureInfo.InvariantCulture, $"""

        ## Orders

        The server (centre, bureau core and bank in one process, each with its own database, meeting over HTTP) and the load generator are two
        processes on this machine. The generator is {settings.Clients} hospital counters that share one partner's keys; it seals, signs, opens and
        verifies every message with the .NET SDK, and it is the hospital that takes 6302. One complete order is 6201 (bill of several lines; 2201,
        2203 and 2204 at the core), 6202 (2206 and 2207 at the core; insurance and personal account pay all of it), 6302 to the hospital, sealed
        both ways, and 10 ms after that 6301, again until it says completed (ordStas 6). SQLite runs with synchronous=FULL, PostgreSQL with fsync. Before measuring, {settings.WarmUp:0} s
        of the same load. Each figure is from {settings.Seconds:0} s (6301 alone: {settings.Seconds / 2:0} s).

        *Stored before*: finished orders in the centre's database before the server starts (orders, bills, legs, ledger, outbox, idempotency, audit;
        sealed columns hold filler of their usual length). *Growth* is the cost of an order over its cost with none stored. *Peak memory* is the
        server process's VmHWM. CPU is both processes' own, in milliseconds for one complete order.


        """);

    private static void Rates(StringBuilder page, IReadOnlyList<LoadRun> runs)
    {
        page.Append("| storage | stored before | orders/s | growth | failed | 6301/s | peak memory | CPU server | CPU generator | filled in |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var run in runs)
        {
            var orders = run.Orders;
            var growth = run.History == 0 ? "" : Verdicts.GrowthOf(run, runs).ToString("0.00", CultureInfo.InvariantCulture);
            page.Append(CultureInfo.InvariantCulture, $"| {run.Storage} | {run.History} | {orders.Rate:0.0} | {growth} | {run.Phases.Sum(phase => phase.Failed)} |");
            page.Append(CultureInfo.InvariantCulture, $" {run.Query.Rate:0} | {run.Memory.Peak / 1e6:0} MB | {PerOrder(orders.ServerCpu, orders)} | {PerOrder(orders.ClientCpu, orders)} | {run.Fill.TotalSeconds:0} s |\n");
        }
    }

    private static string PerOrder(double seconds, LoadResult orders) => (seconds * 1000 / Math.Max(1, orders.Done)).ToString("0.0 ms", CultureInfo.InvariantCulture);

    private static void Latencies(StringBuilder page, IReadOnlyList<LoadRun> runs)
    {
        page.Append("""

            ### Latency

            In milliseconds. *all clients*: every client begins the next order when one is done, so the machine is full. *paced*: orders begin at a
            fixed rate, two thirds of the rate above and the rate that is promised, whatever became of those before; waiting in line counts. 6302 is from 6202's answer to the notice's arrival.

            | storage | stored before | load | call | count | p50 | p95 | p99 | most |
            |---|---:|---|---|---:|---:|---:|---:|---:|

            """);
        foreach (var run in runs)
        {
            Rows(page, run, run.Query, "6301 alone, all clients");
            Rows(page, run, run.Orders, "orders, all clients");
            foreach (var paced in (LoadResult[])[run.Share, run.Paced])
                Rows(page, run, paced, string.Create(CultureInfo.InvariantCulture, $"orders, paced at {Verdicts.PaceOf(paced):0}/s"));
        }
    }

    private static void Rows(StringBuilder page, LoadRun run, LoadResult result, string load)
    {
        foreach (var (step, times) in result.Steps.Where(step => step.Value.Count > 0))
            page.Append(CultureInfo.InvariantCulture, $"| {run.Storage} | {run.History} | {load} | {(step == "order" ? "whole order" : step)} | {times.Count} | {times.P50:0.0} | {times.P95:0.0} | {times.P99:0.0} | {times.Max:0.0} |\n");
    }
}
