using YbPay.Engine.Benefits;
using YbPay.Engine.Money;

namespace YbPay.Engine.Ledger;

/// <summary>The parts of a settlement that move money; all negative in a cancellation.</summary>
/// <param name="Account">The personal account that <paramref name="AccountPaid"/> comes from.</param>
/// <param name="HospitalPart">hosp_part_amt.</param>
public sealed record SettledParts(
    string Institution, HeldAccount Account, IReadOnlyList<(FundKind Kind, Fen Amount)> Funds, Fen AccountPaid, Fen Cash, Fen HospitalPart);

/// <summary>The entries that the core's events post. Entry ids derive from the event, so none can be posted twice.</summary>
public static class BureauPostings
{
    /// <summary>2207, 2304: the institution has earned the bill; funds, account, person and the institution itself bear it.</summary>
    public static LedgerEntry Settled(string setlId, SettledParts parts) => Entry($"settled:{setlId}", "settlement", Lines(parts));

    /// <summary>2208, 2305: a cancellation is a settlement of negative parts under its own number.</summary>
    public static LedgerEntry Cancelled(string setlId, SettledParts parts) => Entry($"cancelled:{setlId}", "settlement cancelled", Lines(parts));

    /// <summary>2601 of a settlement: as if it had never been.</summary>
    public static LedgerEntry Reversed(string setlId, SettledParts parts) => Entry($"reversed:{setlId}", "settlement reversed", Back(Lines(parts)));

    /// <summary>2601 of a cancellation, whose parts these are: the settlement holds again.</summary>
    public static LedgerEntry Restored(string setlId, SettledParts parts) => Entry($"restored:{setlId}", "cancellation reversed", Back(Lines(parts)));

    /// <summary>What an account held when the core first knew it.</summary>
    public static LedgerEntry Opened(HeldAccount account, Fen amount) => Entry($"opened:{account.Name}", "opening balance", Paid(account, amount));

    /// <summary>Money came into an account.</summary>
    public static LedgerEntry ToppedUp(string topUpId, HeldAccount account, Fen amount) => Entry($"topped-up:{topUpId}", "top-up", Paid(account, amount));

    /// <summary>5379, 5369, 5373: a bank took it out of the account, so the person owes the institution that much less, and the bureau owes it.</summary>
    public static LedgerEntry Deducted(string deductionId, HeldAccount account, string institution, Fen amount) =>
        Entry($"deducted:{deductionId}", "account deduction", Taken(account, institution, amount));

    /// <summary>A deduction went back to the account it came from.</summary>
    public static LedgerEntry GivenBack(string deductionId, HeldAccount account, string institution, Fen amount) =>
        Entry($"given-back:{deductionId}", "account deduction given back", Back(Taken(account, institution, amount)));

    private static List<Posting> Lines(SettledParts parts)
    {
        var fund = Fen.Zero;
        var lines = new List<Posting>();
        foreach (var (kind, amount) in parts.Funds)
        {
            fund += amount;
            lines.Add(new(BureauAccounts.Fund(kind), amount));
        }

        var code = parts.Institution;
        lines.Add(new(parts.Account.Name, parts.AccountPaid));
        lines.Add(new(BureauAccounts.Bank(parts.Account.Kind), -parts.AccountPaid));
        lines.Add(new(BureauAccounts.BankSettlement, parts.AccountPaid));
        lines.Add(new(BureauAccounts.Institution(code), -(fund + parts.AccountPaid)));
        lines.Add(new(BureauAccounts.Cash(code), parts.Cash));
        lines.Add(new(BureauAccounts.HospitalShare(code), parts.HospitalPart));
        lines.Add(new(BureauAccounts.Outside(code), -(parts.Cash + parts.HospitalPart)));
        return lines;
    }

    private static List<Posting> Paid(HeldAccount account, Fen amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount.Value, nameof(amount));
        return [new(BureauAccounts.Bank(account.Kind), amount), new(account.Name, -amount)];
    }

    private static List<Posting> Taken(HeldAccount account, string institution, Fen amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount.Value, nameof(amount));
        return
        [
            new(account.Name, amount),
            new(BureauAccounts.Bank(account.Kind), -amount),
            new(BureauAccounts.BankSettlement, amount),
            new(BureauAccounts.Institution(institution), -amount),
            new(BureauAccounts.Outside(institution), amount),
            new(BureauAccounts.Cash(institution), -amount),
        ];
    }

    private static List<Posting> Back(List<Posting> lines) => lines.ConvertAll(line => line with { Amount = -line.Amount });

    private static LedgerEntry Entry(string id, string reason, List<Posting> lines) => new(id, reason, lines.FindAll(line => line.Amount != Fen.Zero));
}
