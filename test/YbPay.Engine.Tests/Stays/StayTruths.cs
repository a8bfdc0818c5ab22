using YbPay.Engine.Credit;
using YbPay.Engine.Discharge;
using YbPay.Engine.Ledger;
using YbPay.Engine.Money;

namespace YbPay.Engine.Tests.Stays;

/// <summary>What must be true of a stay after each step, whatever came before.</summary>
internal static class StayTruths
{
    public static void Hold(Stay stay)
    {
        foreach (var payment in stay.Payments) HoldOfPayment(stay, payment);
        foreach (var discharge in stay.Discharges) HoldOfDischarge(discharge);
        stay.Discharges.Count(one => one.Work.State.Hold() is not DepositHold.Free).ShouldBeLessThanOrEqualTo(1, "two discharges stand");
        BooksAgree(stay);
    }

    private static void HoldOfPayment(Stay stay, StayPayment payment)
    {
        var paid = payment.State is CreditPaymentState.Paid;
        payment.Charges.ShouldBeLessThanOrEqualTo(1, "charged twice");
        (payment.Charges == 1).ShouldBe(paid && payment.Shares.Personal > Fen.Zero, $"{payment.State} and charged {payment.Charges} times");
        payment.Shares.Amount.ShouldBe(paid ? payment.Amount : Fen.Zero, "the bearers do not add up to the amount");
        if (payment.State is CreditPaymentState.Failed or CreditPaymentState.Paying or CreditPaymentState.QuotingClaim) payment.ClaimStanding.ShouldBe(Fen.Zero, "a claim stands alone");
        if (paid) payment.ClaimStanding.ShouldBe(payment.Shares.Claim);

        var used = UsedOf(stay, payment);
        var held = payment.Shares.Personal - payment.Refunded - used;
        held.ShouldBeGreaterThanOrEqualTo(payment.Refunding, "more used and given back than was paid");
        if (used > Fen.Zero) held.ShouldBe(Fen.Zero, "a deposit that is used up is not held");
    }

    private static void HoldOfDischarge(StayDischarge discharge)
    {
        var (state, sums) = (discharge.Work.State, discharge.Work.Sums);
        (sums.NonCredit + sums.Share).ShouldBe(sums.Total, "the trial's equation");
        (sums.NonCredit + sums.Due + sums.Budget).ShouldBe(sums.Total, "the settlement's equation");
        (sums.Due + sums.Refund).ShouldBe(sums.Deposits, "D is at least what is due");
        sums.Supplement.ShouldBe(Fen.Zero);

        var used = discharge.Work.Deposits.Aggregate(Fen.Zero, (sum, one) => sum + discharge.Work.UsedOf(one));
        foreach (var deposit in discharge.Work.Deposits) discharge.Work.UsedOf(deposit).ShouldBeGreaterThanOrEqualTo(Fen.Zero);
        used.ShouldBe(sums.Due + discharge.Work.SurplusLeft);
        discharge.Work.SurplusLeft.ShouldBeInRange(Fen.Zero, sums.Refund, "more surplus back than there was");
        switch (state.Hold())
        {
            case DepositHold.Used:
                var byHand = state is DischargeState.SettledByHand ? discharge.Work.SurplusLeft : Fen.Zero;
                (sums.NonCredit + used - byHand + discharge.ClaimStanding).ShouldBe(sums.Total, "what was paid in the end is not the stay's cost");
                discharge.Work.SurplusLeft.ShouldBe(byHand);
                break;
            case DepositHold.Free:
                discharge.ClaimStanding.ShouldBe(Fen.Zero, $"{state} and a claim stands");
                if (state is DischargeState.Failed) discharge.Work.Refunds.ShouldBeEmpty("a failed discharge gave money back");
                break;
        }
    }

    /// <summary>The books worked out a second time, from the states and from what banks and insurers did.</summary>
    private static void BooksAgree(Stay stay)
    {
        var books = stay.Books;
        var paid = stay.Payments.Where(one => one.State is CreditPaymentState.Paid).ToArray();
        var claims = Sum(stay.Payments, one => one.ClaimStanding) + Sum(stay.Discharges, one => one.ClaimStanding);
        var used = Sum(stay.Payments, one => UsedOf(stay, one));
        var deposits = Sum(paid.Where(one => one.IsDeposit), one => one.Shares.Personal - one.Refunded);
        var others = Sum(paid.Where(one => !one.IsDeposit), one => one.Shares.Personal - one.Refunded);

        books.Total().ShouldBe(Fen.Zero, "the books are off balance");
        books.Of(HuiminAccounts.Deposits).ShouldBe(used - deposits, "deposits = used + given back + held");
        books.Of(HuiminAccounts.Hospital).ShouldBe(-(used + others + claims), "what the hospital has earned");
        books.Of(HuiminAccounts.Insurer(StayPayment.Insurer)).ShouldBe(claims, "what the insurer has paid");
        (books.Of(HuiminAccounts.Credit) + books.Of(HuiminAccounts.Discount)).ShouldBe(deposits + others, "what credit has paid");
        books.Of(HuiminAccounts.Discount).ShouldBeInRange(Fen.Zero, Sum(paid, one => one.Shares.Discount), "the channel's discount");
        books.Of(HuiminAccounts.Credit).ShouldBeGreaterThanOrEqualTo(Fen.Zero, "more back to cards than came from them");
    }

    private static Fen UsedOf(Stay stay, StayPayment payment) => Sum(
        stay.Discharges.Where(one => one.Work.State.Hold() is DepositHold.Used),
        one => one.Work.Deposits.Where(deposit => deposit.QueryId == payment.Id).Aggregate(Fen.Zero, (sum, deposit) => sum + one.Work.UsedOf(deposit)));

    private static Fen Sum<T>(IEnumerable<T> all, Func<T, Fen> of) => all.Aggregate(Fen.Zero, (sum, one) => sum + of(one));
}
