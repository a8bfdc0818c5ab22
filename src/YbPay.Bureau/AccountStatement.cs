using YbPay.Engine.Ledger;
using YbPay.Engine.Money;

namespace YbPay.Bureau;

/// <summary>One account with everything that ever moved it, oldest first.</summary>
/// <param name="AccountId">By which the core knows it; nothing personal.</param>
/// <param name="MaskedNumber">The bank's number, all but its last four characters hidden.</param>
/// <param name="Frozen">Of the balance: what may not be spent.</param>
/// <param name="Held">Of the balance: what is on its way to an institution.</param>
public sealed record AccountStatement(
    string AccountId, AccountKind Kind, string BankName, string MaskedNumber, Fen Balance, Fen Frozen, Fen Held,
    IReadOnlyList<AccountMovement> Movements, IReadOnlyList<AccountYear> Years);

/// <param name="Reason">opened, settled, cancelled, reversed, restored, deducted, given back, topped up.</param>
/// <param name="Reference">The settlement, cancellation or leg.</param>
/// <param name="Balance">After it.</param>
public sealed record AccountMovement(string Reason, string Reference, Fen Change, Fen Balance, DateTimeOffset At);

/// <param name="Year">yyyy, China's calendar.</param>
public sealed record AccountYear(string Year, Fen Opening, Fen Income, Fen Outgo)
{
    /// <summary>What the account holds at the year's end, or now.</summary>
    public Fen Closing => Opening + Income - Outgo;
}
