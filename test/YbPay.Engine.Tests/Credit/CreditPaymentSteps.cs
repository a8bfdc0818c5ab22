using YbPay.Engine.Credit;
using YbPay.Engine.Money;

namespace YbPay.Engine.Tests.Credit;

/// <summary>Where a payment begins, and what an answer is taken for.</summary>
public class CreditPaymentSteps
{
    public static TheoryData<string> Beginnings => TextTable.Rows("""
        # amount        direct claim | begins
        0               no           | Paid
        0               yes          | Paid
        0.01            no           | Paying
        0.01            yes          | QuotingClaim
        999999999.99    no           | Paying
        1000000000.00   no           | AmountInvalid
        -0.01           yes          | AmountInvalid
        """);

    [Theory, MemberData(nameof(Beginnings))]
    public void A_payment_begins_where_its_amount_and_claim_put_it(string row)
    {
        var cells = TextTable.Cells(row);
        CreditPaymentRules.Begin(TextTable.Amount(cells[0]), cells[1] == "yes").Match(state => $"{state}", why => $"{why}").ShouldBe(cells[2]);
    }

    public static TheoryData<string> Quotes => TextTable.Rows("""
        # amount quote  settled | the quote is         the settlement is
        100.00   30.00  30.00   | ClaimQuoted          ClaimSettled
        100.00   100.00 100.00  | ClaimQuoted          ClaimSettledInFull
        100.00   30.00  29.99   | ClaimQuoted          ClaimSettledOtherwise
        100.00   30.00  100.00  | ClaimQuoted          ClaimSettledOtherwise
        100.00   30.00  0       | ClaimQuoted          ClaimSettledOtherwise
        100.00   0      -       | NothingInsured       -
        100.00   100.01 -       | ClaimBeyondAmount    -
        100.00   -0.01  -       | ClaimBeyondAmount    -
        """);

    [Theory, MemberData(nameof(Quotes))]
    public void An_insurers_answer_is_one_event(string row)
    {
        var cells = TextTable.Cells(row);
        var (amount, quote) = (TextTable.Amount(cells[0]), TextTable.Amount(cells[1]));
        CreditPaymentRules.Quoted(amount, quote).Match(on => $"{on}", why => $"{why}").ShouldBe(cells[3]);
        if (TextTable.AmountIfAny(cells[2]) is { } settled) CreditPaymentRules.Settled(amount, quote, settled).ToString().ShouldBe(cells[4]);
    }

    public static TheoryData<string> Splits => TextTable.Rows("""
        # amount claim  discount | card   psnAmt, or why not
        100.00   0      0        | 100.00 100.00
        100.00   30.00  0        | 70.00  70.00
        100.00   30.00  5.00     | 65.00  70.00
        100.00   30.00  70.00    | 0      70.00
        100.00   100.00 0        | 0      0
        0        0      0        | 0      0
        100.00   100.01 0        | -      ClaimBeyondAmount
        100.00   -0.01  0        | -      ClaimBeyondAmount
        100.00   30.00  70.01    | -      DiscountBeyondPaid
        100.00   30.00  -0.01    | -      DiscountBeyondPaid
        -1.00    0      0        | -      AmountInvalid
        """);

    [Theory, MemberData(nameof(Splits))]
    public void The_bearers_add_up_to_the_amount(string row)
    {
        var cells = TextTable.Cells(row);
        CreditShares.Of(TextTable.Amount(cells[0]), TextTable.Amount(cells[1]), TextTable.Amount(cells[2])).Match(
            shares =>
            {
                shares.Amount.ShouldBe(TextTable.Amount(cells[0]));
                shares.Card.ShouldBe(TextTable.Amount(cells[3]));
                return shares.Personal == TextTable.Amount(cells[4]);
            },
            why => $"{why}" == cells[4]).ShouldBeTrue(row);
    }

    [Fact]
    public void Refunds_give_each_bearer_his_share_and_in_the_end_his_part()
    {
        var shares = new CreditShares(Fen.Zero, new(70), new(30));
        shares.OfRefund(Fen.Zero, new(60)).ShouldBe((new Fen(42), new Fen(18)));
        shares.OfRefund(new(60), new(15)).ShouldBe((new Fen(10), new Fen(5)));
        shares.OfRefund(new(75), new(25)).ShouldBe((new Fen(18), new Fen(7)));
        Should.Throw<ArgumentOutOfRangeException>(() => shares.OfRefund(new(75), new(26)));
        new CreditShares(new(5), Fen.Zero, Fen.Zero).OfRefund(Fen.Zero, Fen.Zero).ShouldBe((Fen.Zero, Fen.Zero));
        Should.Throw<ArgumentOutOfRangeException>(() => shares.OfRefund(new(-1), new(1)));
    }
}
