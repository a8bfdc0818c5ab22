using YbPay.Contracts.Outcomes;
using YbPay.Engine.Money;
using YbPay.Engine.Orders;

namespace YbPay.Engine.Tests.Orders;

/// <summary>What the core says who pays, what a deposit leaves of the cash, and what that makes of setlType.</summary>
public class SplitsAndDeposits
{
    public static TheoryData<string> Answers => TextTable.Rows("""
        # feeSumamt          fund                psnAcct   cash     other | outcome
        100.00               60.00               20.00     20.00    0     | ok
        100.00               60.00               20.00     15.00    5.00  | ok
        100.00               100.00              0         0        0     | ok
        100.00               0                   0         100.00   0     | ok
        0                    0                   0         0        0     | ok
        99999999999999.99    99999999999999.99   0         0        0     | ok
        # One fen too much or too little.
        100.00               60.00               20.00     20.01    0     | SumDiffers
        100.00               60.00               20.00     19.99    0     | SumDiffers
        # ownPayAmt that includes othFeeAmt: the field knows such answers; they are not believed.
        100.00               60.00               20.00     20.00    5.00  | SumDiffers
        0                    0                   0         0.01     0     | SumDiffers
        99999999999999.99    99999999999999.99   0.01      0        0     | SumDiffers
        99999999999999.99    99999999999999.99   99999999999999.99 99999999999999.99 99999999999999.99 | SumDiffers
        # A negative part, even where the sum is right.
        100.00               -60.00              80.00     80.00    0     | AmountInvalid
        100.00               120.00              -20.00    0        0     | AmountInvalid
        100.00               60.00               60.00     -20.00   0     | AmountInvalid
        100.00               60.00               20.00     21.00    -1.00 | AmountInvalid
        -100.00              -100.00             0         0        0     | AmountInvalid
        -0.01                0                   0         0        0     | AmountInvalid
        """);

    [Theory, MemberData(nameof(Answers))]
    public void An_answer_of_the_core_is_believed_only_when_it_adds_up(string row)
    {
        var cells = TextTable.Cells(row);
        var amounts = cells[..5].Select(TextTable.Amount).ToArray();
        Split.Of(amounts[0], amounts[1], amounts[2], amounts[3], amounts[4]).Named(_ => "ok").ShouldBe(cells[5]);
    }

    [Theory]
    [InlineData(long.MaxValue, long.MaxValue, 0, 0, 0)]
    [InlineData(long.MaxValue, long.MaxValue, long.MaxValue, long.MaxValue, long.MaxValue)]
    [InlineData(100, long.MaxValue, long.MaxValue, 102, 0)] // Adds up only where sums wrap.
    [InlineData(Fen.Largest + 1, Fen.Largest + 1, 0, 0, 0)]
    [InlineData(0, 0, 0, 0, Fen.Largest + 1)]
    public void Parts_beyond_any_field_are_refused_and_do_not_overflow(long sum, long fund, long account, long cash, long other) =>
        Split.Of(new(sum), new(fund), new(account), new(cash), new(other)).Named(_ => "ok").ShouldBe(nameof(Refusals.AmountInvalid));

    public static TheoryData<string> Deposits => TextTable.Rows("""
        # cash    deposit            | used     due      (ruling C7)
        20.00     -                  | 0        20.00
        20.00     0                  | 0        20.00
        20.00     0.01               | 0.01     19.99
        20.00     19.99              | 19.99    0.01
        20.00     20.00              | 20.00    0
        20.00     20.01              | 20.00    0        # the surplus is the hospital's to return
        20.00     99999999999999.99  | 20.00    0
        0         500.00             | 0        0
        0         -                  | 0        0
        20.00     -5.00              | 0        20.00    # never raises what is due
        """);

    [Theory, MemberData(nameof(Deposits))]
    public void A_deposit_covers_cash_and_never_more_than_cash(string row)
    {
        var cells = TextTable.Cells(row);
        var cash = new CashDue(TextTable.Amount(cells[0]), TextTable.AmountIfAny(cells[1]));
        cash.DepositUsed.ShouldBe(TextTable.Amount(cells[2]));
        cash.Due.ShouldBe(TextTable.Amount(cells[3]));
    }

    [Fact]
    public void Negative_cash_is_a_bug_and_no_amount_due() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new CashDue(new Fen(-1), null));

    [Fact]
    public void More_paid_down_than_cash_is_a_bug()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new CashDue(new Fen(10), null, new Fen(11)));
        Should.Throw<ArgumentOutOfRangeException>(() => new CashDue(new Fen(10), null, new Fen(-1)));
    }

    public static TheoryData<string> Kinds => TextTable.Rows("""
        # fund   psnAcct cash   other | cash paid | setlType
        60.00    20.00   20.00  0     | 20.00     | ALL
        60.00    20.00   20.00  0     | 5.00      | ALL     # a deposit covered the rest
        60.00    20.00   20.00  0     | 0         | HI      # a deposit covered all of it
        60.00    20.00   0      0     | 0         | HI
        0        20.00   0      0     | 0         | HI
        0        0       20.00  0     | 20.00     | CASH
        0        0       20.00  0     | 0         | CASH    # all from a deposit: insurance had no part in it
        0        0       20.00  5.00  | 20.00     | ALL     # the hospital's share goes back with insurance
        """);

    [Theory, MemberData(nameof(Kinds))]
    public void SetlType_says_what_was_settled(string row)
    {
        var cells = TextTable.Cells(row);
        var parts = cells[..4].Select(TextTable.Amount).ToArray();
        var sum = parts[0] + parts[1] + parts[2] + parts[3];
        Split.Of(sum, parts[0], parts[1], parts[2], parts[3])
            .Named(split => SetlTypes.Of(split, TextTable.Amount(cells[4]))).ShouldBe(cells[5]);
    }
}
