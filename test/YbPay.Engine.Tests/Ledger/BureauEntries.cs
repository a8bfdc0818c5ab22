using YbPay.Engine.Benefits;
using YbPay.Engine.Ledger;
using YbPay.Engine.Money;

namespace YbPay.Engine.Tests.Ledger;

/// <summary>The core's entries for a bill of 100.00: basic fund 50.00, serious illness 10.00, account 15.00, cash 20.00, hospital 5.00.</summary>
public class BureauEntries
{
    private static readonly HeldAccount Account = HeldAccount.Personal("P", "310");
    private static readonly HeldAccount Wallet = new(AccountKind.Wallet, "W");

    private static readonly SettledParts Bill =
        new("H1", Account, [(FundKind.Basic, new(50_00)), (FundKind.SeriousIllness, new(10_00)), (FundKind.Other, Fen.Zero)], new(15_00), new(20_00), new(5_00));

    private static readonly SettledParts Negative =
        new("H1", Account, [(FundKind.Basic, new(-50_00)), (FundKind.SeriousIllness, new(-10_00))], new(-15_00), new(-20_00), new(-5_00));

    private const string Lines =
        "fund:hifp 50.00, fund:hifmi 10.00, personal:P:310 15.00, bank:personal -15.00, bank-settlement 15.00, institution:H1 -75.00, cash:H1 20.00, share:H1 5.00, outside:H1 -25.00";

    [Fact]
    public void A_settlement_owes_the_institution_what_funds_and_account_pay() => Print(BureauPostings.Settled("S", Bill)).ShouldBe(Lines);

    [Fact]
    public void A_cancellation_leaves_nothing_of_it() => LeavesNothing(BureauPostings.Settled("S", Bill), BureauPostings.Cancelled("C", Negative));

    [Fact]
    public void A_reversal_leaves_nothing_of_it() => LeavesNothing(BureauPostings.Settled("S", Bill), BureauPostings.Reversed("S", Bill));

    [Fact]
    public void A_reversed_cancellation_gives_the_settlement_its_lines_again() => Print(BureauPostings.Restored("C", Negative)).ShouldBe(Lines);

    [Fact]
    public void A_deduction_pays_the_institution_what_the_person_owed_it() => Print(BureauPostings.Deducted("D", Wallet, "H1", new(12_00)))
        .ShouldBe("wallet:W 12.00, bank:wallet -12.00, bank-settlement 12.00, institution:H1 -12.00, outside:H1 12.00, cash:H1 -12.00");

    [Fact]
    public void A_deduction_given_back_leaves_nothing_of_it() =>
        LeavesNothing(BureauPostings.Deducted("D", Wallet, "H1", new(12_00)), BureauPostings.GivenBack("D", Wallet, "H1", new(12_00)));

    [Fact]
    public void What_comes_into_an_account_is_at_its_bank()
    {
        Print(BureauPostings.Opened(Account, new(8_00))).ShouldBe("bank:personal 8.00, personal:P:310 -8.00");
        Print(BureauPostings.ToppedUp("T", new(AccountKind.MutualAid, "M"), new(1))).ShouldBe("bank:mutual-aid 0.01, mutual-aid:M -0.01");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Nothing_or_less_is_no_deduction_and_no_top_up(long fen)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => BureauPostings.Deducted("D", Wallet, "H1", new(fen)));
        Should.Throw<ArgumentOutOfRangeException>(() => BureauPostings.GivenBack("D", Wallet, "H1", new(fen)));
        Should.Throw<ArgumentOutOfRangeException>(() => BureauPostings.ToppedUp("T", Wallet, new(fen)));
        Should.Throw<ArgumentOutOfRangeException>(() => BureauPostings.Opened(Wallet, new(fen)));
    }

    [Fact]
    public void Every_fund_and_every_event_has_a_name_of_its_own()
    {
        Enum.GetValues<FundKind>().Select(BureauAccounts.Fund).Distinct().Count().ShouldBe(Enum.GetValues<FundKind>().Length);
        LedgerEntry[] entries =
        [
            BureauPostings.Settled("X", Bill), BureauPostings.Cancelled("X", Negative), BureauPostings.Reversed("X", Bill), BureauPostings.Restored("X", Negative),
            BureauPostings.Deducted("X", Wallet, "H1", new(1)), BureauPostings.GivenBack("X", Wallet, "H1", new(1)), BureauPostings.ToppedUp("X", Wallet, new(1)),
            BureauPostings.Opened(new(AccountKind.Wallet, "X"), new(1)),
        ];
        entries.Select(entry => entry.EntryId).Distinct().Count().ShouldBe(entries.Length);
    }

    private static void LeavesNothing(params LedgerEntry[] entries) =>
        entries.SelectMany(entry => entry.Postings).GroupBy(posting => posting.Account).ShouldAllBe(account => account.Sum(posting => posting.Amount.Value) == 0);

    private static string Print(LedgerEntry entry) => string.Join(", ", entry.Postings.Select(posting => $"{posting.Account} {posting.Amount}"));
}
