using System.Globalization;
using YbPay.Engine.Credit;
using YbPay.Engine.Money;

namespace YbPay.Engine.Tests.Credit;

/// <summary>What HOS00004 may ask back, and when.</summary>
public class CreditRefundAmounts
{
    private static readonly DateTimeOffset Paid = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    public static TheoryData<string> Asked => TextTable.Rows("""
        # state        paid   refunded under way hold | asked   what comes of it
        Paid           100.00 0        0         Free | 100.00  100.00
        Paid           100.00 0        0         Free | 0.01    0.01
        Paid           100.00 40.00    0         Free | 60.00   60.00
        Paid           100.00 40.00    0         Free | 60.01   MoreThanLeft
        Paid           100.00 40.00    59.99     Free | 0.01    0.01
        Paid           100.00 40.00    59.99     Free | 0.02    MoreThanLeft   # what is on its way is held
        Paid           100.00 40.00    60.00     Free | 0.01    NothingLeft
        Paid           100.00 100.00   0         Free | 0.01    NothingLeft
        Paid           0      0        0         Free | 0.01    NothingLeft    # a payment of nothing, or one that the insurer bore
        Paid           100.00 0        0         Free | 0       RefundOfNothing
        Paid           100.00 0        0         Free | -0.01   AmountInvalid
        Paid           100.00 0        0         Free | 1000000000.00 AmountInvalid
        Paid           100.00 0        0         Held | 1.00    HeldByDischarge
        Paid           100.00 0        0         Used | 1.00    UsedByDischarge
        Paid           100.00 100.00   0         Held | 1.00    HeldByDischarge
        QuotingClaim   100.00 0        0         Free | 1.00    NotPaid
        SettlingClaim  100.00 0        0         Free | 1.00    NotPaid
        Paying         100.00 0        0         Free | 1.00    NotPaid
        PayingRest     100.00 0        0         Free | 1.00    NotPaid
        Undoing        100.00 0        0         Free | 1.00    NotPaid
        UndoRefused    100.00 0        0         Free | 1.00    NotPaid
        Failed         100.00 0        0         Free | 1.00    NotPaid
        """);

    [Theory, MemberData(nameof(Asked))]
    public void A_refund_is_taken_or_named(string row)
    {
        var cells = TextTable.Cells(row);
        var basis = new CreditRefundBasis(Enum.Parse<CreditPaymentState>(cells[0]), Paid,
            TextTable.Amount(cells[1]), TextTable.Amount(cells[2]), TextTable.Amount(cells[3]), Enum.Parse<DepositHold>(cells[4]));
        CreditRefundRules.Decide(basis, TextTable.Amount(cells[5]), Paid, default).Match(amount => $"{amount}", why => $"{why}").ShouldBe(cells[6]);
    }

    public static TheoryData<string> Days => TextTable.Rows("""
        # days paid at (UTC)         now (UTC)             still taken
        30     2026-03-02T01:00:00Z  2026-03-02T01:00:00Z  yes
        30     2026-03-02T01:00:00Z  2026-04-01T15:59:59Z  yes   # the last second of 1 April in China
        30     2026-03-02T01:00:00Z  2026-04-01T16:00:00Z  no
        30     2026-03-02T15:59:59Z  2026-04-01T15:59:59Z  yes   # the last second of 2 March
        30     2026-03-02T16:00:00Z  2026-04-02T15:59:59Z  yes   # the first second of 3 March
        30     2026-03-02T16:00:00Z  2026-04-02T16:00:00Z  no
        90     2026-03-02T01:00:00Z  2026-05-31T15:59:59Z  yes
        90     2026-03-02T01:00:00Z  2026-05-31T16:00:00Z  no
        31     2027-12-31T01:00:00Z  2028-01-31T15:59:59Z  yes
        60     2028-01-31T01:00:00Z  2028-03-31T15:59:59Z  yes   # a leap year's 29 February is a day too
        60     2028-01-31T01:00:00Z  2028-03-31T16:00:00Z  no
        30     2026-03-02T01:00:00Z  2026-03-01T01:00:00Z  yes   # another node's clock runs ahead
        """);

    [Theory, MemberData(nameof(Days))]
    public void Whole_days_of_China_are_counted(string row)
    {
        var cells = TextTable.Cells(row);
        var window = new RefundWindow(int.Parse(cells[0], CultureInfo.InvariantCulture));
        var (paid, now) = (DateTimeOffset.Parse(cells[1], CultureInfo.InvariantCulture), DateTimeOffset.Parse(cells[2], CultureInfo.InvariantCulture));
        window.IsOpen(paid, now).ShouldBe(cells[3] == "yes");
        var basis = new CreditRefundBasis(CreditPaymentState.Paid, paid, new(100), Fen.Zero, Fen.Zero, DepositHold.Free);
        CreditRefundRules.Decide(basis, new(1), now, window).Match(_ => "yes", why => $"{why}").ShouldBe(cells[3] == "yes" ? "yes" : "TooLate");
    }

    [Fact]
    public void No_window_is_shorter_than_thirty_days_or_longer_than_ninety()
    {
        default(RefundWindow).Days.ShouldBe(30);
        new RefundWindow(30).ShouldBe(default);
        Should.Throw<ArgumentOutOfRangeException>(() => new RefundWindow(29));
        Should.Throw<ArgumentOutOfRangeException>(() => new RefundWindow(91));
    }
}
