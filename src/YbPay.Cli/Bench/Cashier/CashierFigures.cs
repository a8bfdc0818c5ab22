using YbPay.Cli.Bench.Load;
using YbPay.Cli.Bench.Processes;

namespace YbPay.Cli.Bench.Cashier;

/// <summary>One page under one load.</summary>
/// <param name="Page">One of <see cref="CashierPage"/>.</param>
/// <param name="PacedRate">Begun a second; 0 with all clients at it.</param>
/// <param name="CentreCpu">CPU seconds of the centre's process meanwhile; the load generator's in <paramref name="GeneratorCpu"/>.</param>
internal sealed record CashierFigure(
    string Page, double PacedRate, double Seconds, int Done, int Failed, Percentiles Times, double CentreCpu, double GeneratorCpu, IReadOnlyList<string> Reasons)
{
    public bool IsPaced => PacedRate > 0;

    public double Rate => Done / Seconds;
}

/// <summary>What is measured, by the names of the report.</summary>
internal static class CashierPage
{
    /// <summary>The hospital's address, checked, the visit begun, and after its redirect the page with the first pre-settlement.</summary>
    public const string First = "first view";

    /// <summary>The page again: another pre-settlement at the core.</summary>
    public const string Preview = "preview";

    /// <summary>Settlement at the core and the redirect to the result.</summary>
    public const string Confirm = "confirming";

    public const string Result = "result";
}

/// <summary>Bytes that come over the wire, heads included, uncompressed, for the first view of a page with channels and a new phone.</summary>
internal sealed record CashierWeight(long Redirect, long Page, long Style, long Script)
{
    public long Total => checked(Redirect + Page + Style + Script);
}

/// <summary>What the load generator saw.</summary>
internal sealed record CashierSeen(IReadOnlyList<CashierFigure> Pages, CashierWeight Weight);

/// <summary>One storage.</summary>
/// <param name="Centre">The memory of the centre's process.</param>
internal sealed record CashierRun(string Storage, CashierSeen Seen, ProcessMemory Centre)
{
    public CashierFigure Of(string page, bool isPaced) => Seen.Pages.First(figure => figure.Page == page && figure.IsPaced == isPaced);
}

/// <summary>All figures of one run.</summary>
internal sealed record CashierFigures(CashierSettings Settings, Machine Machine, IReadOnlyList<CashierRun> Runs, TimeSpan Took);
