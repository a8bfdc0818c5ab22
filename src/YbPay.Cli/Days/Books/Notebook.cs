using YbPay.Cli.Days.Walk;
using YbPay.Engine.Money;

namespace YbPay.Cli.Days.Books;

/// <summary>What an institution settled of one insurance kind and clearing category, cancellations as rows of their own: what 3201 compares.</summary>
internal sealed record PeriodSum(long Count, Fen Fee, Fen Fund, Fen Account)
{
    public static PeriodSum Zero { get; } = new(0, Fen.Zero, Fen.Zero, Fen.Zero);

    public PeriodSum Add(SettledAmounts settled, bool isCancelled) => isCancelled
        ? this with { Count = Count + 2 }
        : new(Count + 1, Fee + settled.Fee, Fund + settled.Fund, Account + settled.Account);
}

/// <summary>Where money stands after a run: what each kind holds that was not given back.</summary>
internal sealed record MoneyStanding(Fen Fund, Fen Account, Fen PaidDown, Fen Other, Fen Deposit, Fen Cash)
{
    public static MoneyStanding Zero { get; } = new(Fen.Zero, Fen.Zero, Fen.Zero, Fen.Zero, Fen.Zero, Fen.Zero);
}

/// <summary>What the hospitals wrote down themselves, from 6301 and from what they saw; compared with what the others have in their books.</summary>
internal sealed class Notebook
{
    private readonly Dictionary<(string OrgCodg, string Insutype, string ClearingType), PeriodSum> _sums = [];
    private readonly SortedDictionary<string, int> _ends = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Fen> _paidDown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> _told = new(StringComparer.Ordinal);

    /// <summary>Orders by ordStas; bills that were never taken under "-".</summary>
    public IReadOnlyDictionary<string, int> Ends => _ends;

    public IReadOnlyDictionary<(string OrgCodg, string Insutype, string ClearingType), PeriodSum> Sums => _sums;

    public MoneyStanding Standing { get; private set; } = MoneyStanding.Zero;

    public Fen CashPaid { get; private set; }

    public Fen CashBack { get; private set; }

    public int Visits { get; private set; }

    /// <summary>Steps that were refused so often that the hospital gave up.</summary>
    public int GivenUp { get; private set; }

    /// <summary>The orders of which a hospital must have been told once.</summary>
    public IReadOnlySet<string> ToldOf(string orgCodg) => _told.GetValueOrDefault(orgCodg) ?? [];

    public void Add(OrderEnd end)
    {
        Visits++;
        if (end.GivenUp is not null) GivenUp++;
        _ends[end.OrdStas ?? "-"] = _ends.GetValueOrDefault(end.OrdStas ?? "-") + 1;
        (CashPaid, CashBack) = (CashPaid + end.CashPaid, CashBack + end.CashBack);
        if (end.WasPaid) (_told.TryGetValue(end.OrgCodg, out var orders) ? orders : _told[end.OrgCodg] = new(StringComparer.Ordinal)).Add(end.PayOrdId!);
        if (end.Settled is not { } shown) return;
        // At the core a settlement stays what it was; what accounts pay afterwards stands beside it.
        var settled = shown with { Account = shown.Account - end.PaidDown, Cash = shown.Cash + end.PaidDown };
        var key = (end.OrgCodg, end.Insutype, end.ClearingType);
        _sums[key] = _sums.GetValueOrDefault(key, PeriodSum.Zero).Add(settled, end.IsCancelled);
        Stand(end, settled);
    }

    /// <summary>What accounts paid down at an institution, and was not given back.</summary>
    public Fen PaidDownAt(string orgCodg) => _paidDown.GetValueOrDefault(orgCodg);

    private void Stand(OrderEnd end, SettledAmounts settled)
    {
        Standing = Standing with { Cash = Standing.Cash + end.CashPaid - end.CashBack };
        // A deposit is let go of when nothing of the order stands.
        if (end.OrdStas is not ("7" or "13")) Standing = Standing with { Deposit = Standing.Deposit + settled.Deposit };
        if (!end.IsCancelled)
        {
            Standing = Standing with { PaidDown = Standing.PaidDown + end.PaidDown };
            _paidDown[end.OrgCodg] = PaidDownAt(end.OrgCodg) + end.PaidDown;
        }

        if (!end.IsCancelled) Standing = Standing with { Fund = Standing.Fund + settled.Fund, Account = Standing.Account + settled.Account, Other = Standing.Other + settled.Other };
    }
}
