using YbPay.Engine.Money;

namespace YbPay.Cli.Days.Walk;

/// <summary>How a visit ended, as the hospital knows it: from 6301's last word and from what it saw paid and given back itself.</summary>
/// <param name="PayOrdId">Null when the bill was never taken.</param>
/// <param name="OrdStas">6301's last word; null when the bill was never taken.</param>
internal sealed record OrderEnd(string OrgCodg, string? PayOrdId, string? OrdStas)
{
    public required string Insutype { get; init; }

    /// <summary>The core's clearing category (clr_type) of this kind of care.</summary>
    public required string ClearingType { get; init; }

    /// <summary>Null unless the core settled.</summary>
    public SettledAmounts? Settled { get; init; }

    /// <summary>What the hospital was told that accounts paid of the cash (5369, 5373, 5379); in <see cref="Settled"/> it counts as account, as 6301 shows it.</summary>
    public Fen PaidDown { get; init; }

    public Fen CashPaid { get; init; }

    public Fen CashBack { get; init; }

    /// <summary>A step was given up after several refusals: the order then ends where that left it.</summary>
    public string? GivenUp { get; init; }

    /// <summary>The settlement stands no more: withdrawn, or its insurance part refunded.</summary>
    public bool IsCancelled => OrdStas is "7" or "8" or "11" or "13";

    /// <summary>All of it was paid once; the hospital must have been told.</summary>
    public bool WasPaid => OrdStas is "6" or "7" or "8" or "9" or "10" or "11";
}

/// <summary>How the core divided a bill.</summary>
/// <param name="Deposit">What of the cash a deposit covered.</param>
internal sealed record SettledAmounts(Fen Fee, Fen Fund, Fen Account, Fen Cash, Fen Deposit)
{
    public Fen Other => Fee - Fund - Account - Cash;

    public Fen Due => Cash - Deposit;
}
