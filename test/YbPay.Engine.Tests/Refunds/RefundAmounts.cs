using YbPay.Contracts.Outcomes;
using YbPay.Engine.Money;
using YbPay.Engine.Orders;
using YbPay.Engine.Refunds;

namespace YbPay.Engine.Tests.Refunds;

/// <summary>
/// What may be asked back of a completed order. An order is fund/personal account/cash/other, then what a deposit covered
/// and how much cash has gone back or is on its way; a plan is insurance/cash/deposit.
/// </summary>
public class RefundAmounts
{
    public static TheoryData<string> Requests => TextTable.Rows("""
        # order          deposit refunded | kind  total   cash    account fund   | outcome
        # ALL: every component as it was.
        60/20/20/0       0       0        | ALL   100.00  20.00   20.00   60.00  | 80.00/20.00/0.00
        60/20/20/0       0       0        | ALL   100.00  20.00   -       -      | 80.00/20.00/0.00
        60/20/20/0       0       0        | ALL   100.00  20.00   20.00   -      | 80.00/20.00/0.00
        60/20/0/0        0       0        | ALL   80.00   0       20.00   60.00  | 80.00/0.00/0.00
        0/0/20/0         0       0        | ALL   20.00   20.00   0       0      | 0.00/20.00/0.00
        60/20/20/0       0       0        | ALL   99.99   20.00   20.00   60.00  | SumDiffers
        60/20/20/0       0       0        | ALL   100.01  20.00   20.00   60.00  | SumDiffers
        60/20/20/0       0       0        | ALL   99.99   19.99   20.00   60.00  | RefundNotWhole
        60/20/20/0       0       0        | ALL   80.00   0       20.00   60.00  | RefundNotWhole
        60/20/20/0       0       0        | ALL   100.01  20.01   20.00   60.00  | RefundTooBig
        60/20/20/0       0       0        | ALL   99.99   20.00   20.00   59.99  | RefundNotWhole
        60/20/20/0       0       0        | ALL   100.01  20.00   20.00   60.01  | RefundTooBig
        60/20/20/0       0       0        | ALL   99.99   20.00   19.99   60.00  | RefundNotWhole
        60/20/20/0       0       0        | ALL   100.01  20.00   20.01   60.00  | RefundTooBig
        60/20/20/0       0       0        | ALL   100.00  20.00   60.00   20.00  | RefundTooBig      # parts exchanged
        60/20/20/0       0       0        | ALL   40.00   20.00   20.00   0      | RefundNotWhole    # zero is not absent
        # ALL with the hospital's share: the total is meant with or without it.
        60/15/20/5       0       0        | ALL   95.00   20.00   15.00   60.00  | 80.00/20.00/0.00
        60/15/20/5       0       0        | ALL   100.00  20.00   15.00   60.00  | 80.00/20.00/0.00
        60/15/20/5       0       0        | ALL   97.00   20.00   15.00   60.00  | SumDiffers
        60/15/20/5       0       0        | ALL   105.00  20.00   15.00   60.00  | SumDiffers
        60/15/20/5       0       0        | ALL   100.00  25.00   15.00   60.00  | RefundTooBig
        # ALL with a deposit: cash is what was paid here or the whole cash part; only what was paid here goes back.
        60/20/20/0       5.00    0        | ALL   95.00   15.00   20.00   60.00  | 80.00/15.00/5.00
        60/20/20/0       5.00    0        | ALL   100.00  20.00   20.00   60.00  | 80.00/15.00/5.00
        60/20/20/0       5.00    0        | ALL   100.00  15.00   20.00   60.00  | 80.00/15.00/5.00  # the original total, table 272
        60/20/20/0       5.00    0        | ALL   98.00   18.00   20.00   60.00  | RefundNotWhole
        60/20/20/0       5.00    0        | ALL   85.00   5.00    20.00   60.00  | RefundNotWhole    # the deposit alone
        60/20/20/0       5.00    0        | ALL   105.00  25.00   20.00   60.00  | RefundTooBig
        60/20/20/0       20.00   0        | ALL   100.00  20.00   20.00   60.00  | 80.00/0.00/20.00
        60/20/20/0       20.00   0        | ALL   80.00   0       20.00   60.00  | 80.00/0.00/20.00
        0/0/20/0         20.00   0        | ALL   20.00   20.00   0       0      | 0.00/0.00/20.00
        # ALL while cash is on its way back.
        60/20/20/0       0       0.01     | ALL   100.00  20.00   20.00   60.00  | RefundUnderWay
        60/20/20/0       0       0.01     | ALL   99.99   20.00   20.00   60.00  | SumDiffers        # the upper of the list
        # CASH: any part of what is left.
        60/20/20/0       0       0        | CASH  20.00   20.00   -       -      | 0.00/20.00/0.00
        60/20/20/0       0       0        | CASH  0.01    0.01    0       0      | 0.00/0.01/0.00
        60/20/20/0       0       5.00     | CASH  15.00   15.00   -       -      | 0.00/15.00/0.00
        60/20/20/0       0       5.00     | CASH  15.01   15.01   -       -      | RefundTooBig
        60/20/20/0       0       19.99    | CASH  0.01    0.01    -       -      | 0.00/0.01/0.00
        60/20/20/0       0       19.99    | CASH  0.02    0.02    -       -      | RefundTooBig
        60/20/20/0       0       20.00    | CASH  0.01    0.01    -       -      | NothingToRefund
        60/20/20/0       0       0        | CASH  20.01   20.01   -       -      | RefundTooBig
        60/20/20/0       0       0        | CASH  99999999999999.99 99999999999999.99 - - | RefundTooBig
        60/20/20/0       0       0        | CASH  100.00  20.00   -       -      | SumDiffers
        60/20/20/0       0       0        | CASH  10.00   20.00   -       -      | SumDiffers
        60/20/20/0       0       0        | CASH  20.00   0       -       -      | AmountInvalid
        60/20/20/0       0       0        | CASH  20.01   20.00   0.01    0      | AmountInvalid
        60/20/20/0       0       0        | CASH  20.01   20.00   0       0.01   | AmountInvalid
        60/20/20/0       0       20.00    | CASH  40.00   20.00   -       -      | SumDiffers        # the upper of the list
        # CASH never touches what a deposit covered.
        60/20/20/0       5.00    0        | CASH  15.00   15.00   -       -      | 0.00/15.00/0.00
        60/20/20/0       5.00    0        | CASH  15.01   15.01   -       -      | RefundTooBig
        60/20/20/0       20.00   0        | CASH  0.01    0.01    -       -      | NothingToRefund
        60/20/0/0        0       0        | CASH  0.01    0.01    -       -      | NothingToRefund
        # HI: whole or not at all, with no cash.
        60/20/20/0       0       0        | HI    80.00   0       20.00   60.00  | 80.00/0.00/0.00
        60/20/20/0       0       0        | HI    80.00   0       -       -      | 80.00/0.00/0.00
        60/20/20/0       5.00    0        | HI    80.00   0       20.00   60.00  | 80.00/0.00/0.00
        60/20/20/0       0       5.00     | HI    80.00   0       20.00   60.00  | 80.00/0.00/0.00
        60/15/20/5       0       0        | HI    75.00   0       15.00   60.00  | 80.00/0.00/0.00
        60/15/20/5       0       0        | HI    80.00   0       15.00   60.00  | 80.00/0.00/0.00
        0/0/20/5         0       0        | HI    5.00    0       0       0      | 5.00/0.00/0.00
        60/20/20/0       0       0        | HI    60.00   0       0       60.00  | RefundNotWhole
        60/20/20/0       0       0        | HI    20.00   0       20.00   0      | RefundNotWhole
        60/20/20/0       0       0        | HI    40.00   0       10.00   30.00  | RefundNotWhole
        60/20/20/0       0       0        | HI    80.01   0       20.00   60.01  | RefundTooBig
        60/20/20/0       0       0        | HI    80.01   0       20.01   60.00  | RefundTooBig
        60/20/20/0       0       0        | HI    100.00  0       20.00   60.00  | SumDiffers
        60/20/20/0       0       0        | HI    79.99   0       20.00   60.00  | SumDiffers
        60/20/20/0       0       0        | HI    100.00  20.00   20.00   60.00  | AmountInvalid
        0/0/20/0         0       0        | HI    20.00   0       0       0      | NothingToRefund
        # Nothing, less than nothing.
        60/20/20/0       0       0        | ALL   0       0       0       0      | AmountInvalid
        60/20/20/0       0       0        | CASH  0       0       -       -      | AmountInvalid
        60/20/20/0       0       0        | HI    0       0       0       0      | AmountInvalid
        60/20/20/0       0       0        | ALL   -100.00 20.00   20.00   60.00  | AmountInvalid
        60/20/20/0       0       0        | ALL   100.00  -20.00  60.00   60.00  | AmountInvalid
        60/20/20/0       0       0        | ALL   100.00  20.00   -20.00  100.00 | AmountInvalid
        60/20/20/0       0       0        | ALL   100.00  20.00   140.00  -60.00 | AmountInvalid
        60/20/20/0       0       0        | CASH  -0.01   -0.01   -       -      | AmountInvalid
        60/20/20/0       0       5.00     | CASH  -5.00   -5.00   -       -      | AmountInvalid
        60/20/20/0       0       0        | HI    -80.00  0       -20.00  -60.00 | AmountInvalid
        """);

    [Theory, MemberData(nameof(Requests))]
    public void A_completed_order_gives_back_what_it_took_and_no_more(string row)
    {
        var cells = TextTable.Cells(row);
        Decide(cells).Named(plan => $"{plan.Insurance}/{plan.Cash}/{plan.DepositReturned}").ShouldBe(cells[^1]);
    }

    [Theory, MemberData(nameof(Requests))]
    public void The_settlement_is_cancelled_exactly_when_insurance_goes_back(string row)
    {
        if (Decide(TextTable.Cells(row)) is Outcome<RefundPlan>.Ok { Value: var plan })
            plan.CancelSettlement.ShouldBe(plan.Kind is not RefundKind.Cash);
    }

    [Theory]
    [InlineData(RefundKind.Whole, nameof(Refusals.RefundUnderWay))]
    [InlineData(RefundKind.Insurance, nameof(Refusals.RefundUnderWay))]
    [InlineData(RefundKind.Cash, "ok")]
    public void While_insurance_is_on_its_way_back_only_cash_may_follow(RefundKind kind, string outcome)
    {
        var basis = Order("60/20/20/0", Fen.Zero, Fen.Zero) with { InsuranceUnderWay = true };
        var cash = kind is RefundKind.Insurance ? 0 : 20_00;
        var insurance = kind is RefundKind.Cash ? 0 : 80_00;
        RefundRules.Decide(basis, new(kind, new(cash + insurance), new(cash), null, null)).Named(_ => "ok").ShouldBe(outcome);
    }

    [Theory]
    [InlineData("ALL", RefundKind.Whole)]
    [InlineData("CASH", RefundKind.Cash)]
    [InlineData("HI", RefundKind.Insurance)]
    [InlineData("all", null)]
    [InlineData("", null)]
    [InlineData("ALL ", null)]
    [InlineData("0", null)]
    public void RefdType_is_read_as_printed(string refdType, RefundKind? kind) => RefundRules.Parse(refdType).ShouldBe(kind);

    private static Outcome<RefundPlan> Decide(string[] cells)
    {
        var kind = RefundRules.Parse(cells[3]).ShouldNotBeNull();
        var asked = new RefundAsked(kind, TextTable.Amount(cells[4]), TextTable.Amount(cells[5]), TextTable.AmountIfAny(cells[6]), TextTable.AmountIfAny(cells[7]));
        return RefundRules.Decide(Order(cells[0], TextTable.Amount(cells[1]), TextTable.Amount(cells[2])), asked);
    }

    private static RefundBasis Order(string parts, Fen deposit, Fen refunded)
    {
        var amounts = parts.Split('/').Select(TextTable.Amount).ToArray();
        var sum = amounts.Aggregate((a, b) => a + b);
        var split = Split.Of(sum, amounts[0], amounts[1], amounts[2], amounts[3]).Match(split => split, why => throw new FormatException(why.Name));
        return new(OrderState.Completed, split, split.Cash - deposit, deposit, refunded);
    }
}
