using YbPay.Engine.Credit;
using YbPay.Engine.Ledger;
using YbPay.Engine.Money;

namespace YbPay.Engine.Tests.Ledger;

/// <summary>The entries of the huimin platform: 100.00, of which the insurer bears 20.00, a card 70.00 and the channel's discount 10.00.</summary>
public class HuiminEntries
{
    private static readonly CreditShares Shares = new(new(20_00), new(70_00), new(10_00));

    [Fact]
    public void A_settled_claim_is_earned_and_a_cancelled_one_is_not()
    {
        Lines(HuiminPostings.ClaimSettled("CP1", "L", "I1", Shares.Claim)).ShouldBe("insurer:I1 20.00, hospital -20.00");
        Lines(HuiminPostings.ClaimCancelled("CP1", "L", "I1", Shares.Claim)).ShouldBe("insurer:I1 -20.00, hospital 20.00");
    }

    [Fact]
    public void A_payment_is_earned_at_once_and_a_deposit_is_held()
    {
        Lines(HuiminPostings.Paid("CP1", "L", isDeposit: false, Shares)).ShouldBe("credit 70.00, discount 10.00, hospital -80.00");
        Lines(HuiminPostings.Paid("CP1", "L", isDeposit: true, Shares)).ShouldBe("credit 70.00, discount 10.00, deposits -80.00");
    }

    [Fact]
    public void A_refund_comes_from_where_the_payment_went_and_the_discount_has_its_share()
    {
        Lines(HuiminPostings.Refunded("CP1", "L", isDeposit: false, Shares, Fen.Zero, new(50_00))).ShouldBe("credit -43.75, discount -6.25, hospital 50.00");
        Lines(HuiminPostings.Refunded("CP1", "L", isDeposit: true, Shares, new(50_00), new(25_00))).ShouldBe("credit -21.87, discount -3.13, deposits 25.00");
        Lines(HuiminPostings.Refunded("CP1", "L", isDeposit: true, Shares, new(75_00), new(5_00))).ShouldBe("credit -4.38, discount -0.62, deposits 5.00");
        Should.Throw<ArgumentOutOfRangeException>(() => HuiminPostings.Refunded("CP1", "L", isDeposit: true, Shares, new(75_00), new(5_01)));
    }

    [Fact]
    public void A_discharge_makes_deposits_the_hospitals_and_its_cancellation_holds_them_again()
    {
        Lines(HuiminPostings.Discharged("DS1", new(55_00))).ShouldBe("deposits 55.00, hospital -55.00");
        Lines(HuiminPostings.DischargeCancelled("DS1", new(55_00))).ShouldBe("deposits -55.00, hospital 55.00");
        Lines(HuiminPostings.Discharged("DS1", Fen.Zero)).ShouldBe("");
    }

    [Fact]
    public void Nothing_is_posted_backwards()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => HuiminPostings.ClaimSettled("CP1", "L", "I1", new(-1)));
        Should.Throw<ArgumentOutOfRangeException>(() => HuiminPostings.ClaimCancelled("CP1", "L", "I1", new(-1)));
        Should.Throw<ArgumentOutOfRangeException>(() => HuiminPostings.Refunded("CP1", "L", false, Shares, new(5), new(-1)));
        Should.Throw<ArgumentOutOfRangeException>(() => HuiminPostings.Discharged("DS1", new(-1)));
        Should.Throw<ArgumentOutOfRangeException>(() => HuiminPostings.DischargeCancelled("DS1", new(-1)));
    }

    [Fact]
    public void Entries_of_different_events_have_different_ids_and_the_same_event_has_one()
    {
        LedgerEntry[] entries =
        [
            HuiminPostings.ClaimSettled("CP1", "L", "I1", new(1)), HuiminPostings.ClaimCancelled("CP1", "L", "I1", new(1)), HuiminPostings.ClaimSettled("CP1", "M", "I1", new(1)),
            HuiminPostings.Paid("CP1", "L", false, Shares), HuiminPostings.Paid("CP2", "L", false, Shares),
            HuiminPostings.Refunded("CP1", "L", false, Shares, Fen.Zero, new(1)), HuiminPostings.Refunded("CP1", "M", false, Shares, new(1), new(1)),
            HuiminPostings.Discharged("DS1", new(1)), HuiminPostings.Discharged("DS2", new(1)), HuiminPostings.DischargeCancelled("DS1", new(1)),
        ];
        entries.Select(entry => entry.EntryId).ShouldBeUnique();
        HuiminPostings.Discharged("DS1", new(2)).EntryId.ShouldBe(HuiminPostings.Discharged("DS1", new(1)).EntryId);
        HuiminPostings.Paid("CP1", "L", true, default).EntryId.ShouldBe(HuiminPostings.Paid("CP1", "L", false, Shares).EntryId);
    }

    private static string Lines(LedgerEntry entry) => string.Join(", ", entry.Postings.Select(posting => $"{posting.Account} {posting.Amount}"));
}
