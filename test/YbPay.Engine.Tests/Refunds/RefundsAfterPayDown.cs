using YbPay.Contracts.Outcomes;
using YbPay.Engine.Money;
using YbPay.Engine.Orders;
using YbPay.Engine.Refunds;

namespace YbPay.Engine.Tests.Refunds;

/// <summary>
/// Settled as fund 60.00, account 20.00, cash 100.00; accounts then paid 30.00 of the cash, a channel 70.00. Insurance goes back with what accounts
/// paid, because the core returns both; as cash goes back what came as cash.
/// </summary>
public class RefundsAfterPayDown
{
    public static TheoryData<string> Requests => TextTable.Rows("""
        # kind total   cash    account fund  | outcome
        # As 6301 shows it now, and as it was settled.
        ALL    180.00  70.00   50.00   60.00 | 110.00/70.00
        ALL    180.00  100.00  20.00   60.00 | 110.00/70.00
        ALL    180.00  70.00   -       -     | 110.00/70.00
        ALL    180.00  100.00  -       -     | 110.00/70.00
        ALL    180.00  100.01  20.00   60.00 | RefundTooBig
        ALL    180.00  99.99   20.00   60.00 | RefundNotWhole
        ALL    180.00  70.00   49.99   60.00 | RefundNotWhole
        ALL    180.00  70.00   50.01   60.00 | RefundTooBig
        ALL    150.00  70.00   50.00   60.00 | SumDiffers
        HI     110.00  0       50.00   60.00 | 110.00/0.00
        HI     80.00   0       20.00   60.00 | 110.00/0.00
        HI     110.00  0       -       -     | 110.00/0.00
        HI     80.00   0       -       60.00 | 110.00/0.00
        HI     100.00  0       -       60.00 | SumDiffers
        CASH   70.00   70.00   -       -     | 0.00/70.00
        CASH   70.01   70.01   -       -     | RefundTooBig
        CASH   100.00  100.00  -       -     | RefundTooBig
        """);

    [Theory, MemberData(nameof(Requests))]
    public void Each_part_goes_back_the_way_it_came(string row)
    {
        var cells = TextTable.Cells(row);
        var settled = Of(60_00, 20_00, 100_00);
        var basis = new RefundBasis(OrderState.Completed, settled.PaidDownBy(new(30_00)), new(70_00), Fen.Zero, Fen.Zero, PaidDown: new(30_00));
        Decide(basis, cells).Named(plan => $"{plan.Insurance}/{plan.Cash}").ShouldBe(cells[^1]);
    }

    [Fact]
    public void What_accounts_alone_paid_goes_back_as_the_insurance_part()
    {
        var basis = new RefundBasis(OrderState.Completed, Of(0, 0, 100_00).PaidDownBy(new(100_00)), Fen.Zero, Fen.Zero, Fen.Zero, PaidDown: new(100_00));
        Decide(basis, ["HI", "100.00", "0", "-", "-"]).Named(plan => $"{plan.Insurance}/{plan.Cash}").ShouldBe("100.00/0.00");
        Decide(basis, ["ALL", "100.00", "100.00", "-", "-"]).Named(plan => $"{plan.Insurance}/{plan.Cash}").ShouldBe("100.00/0.00");
        Decide(basis, ["CASH", "100.00", "100.00", "-", "-"]).Named(_ => "ok").ShouldBe(nameof(Refusals.NothingToRefund));
    }

    private static Outcome<RefundPlan> Decide(RefundBasis basis, string[] cells) => RefundRules.Decide(basis, new RefundAsked(
        RefundRules.Parse(cells[0])!.Value, TextTable.Amount(cells[1]), TextTable.Amount(cells[2]), TextTable.AmountIfAny(cells[3]), TextTable.AmountIfAny(cells[4])));

    private static Split Of(long fund, long account, long cash) => Split.Of(new(fund + account + cash), new(fund), new(account), new(cash), Fen.Zero)
        .Match(split => split, why => throw new FormatException(why.Name));
}
