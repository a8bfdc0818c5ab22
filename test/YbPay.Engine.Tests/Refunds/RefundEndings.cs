using YbPay.Contracts.Outcomes;
using YbPay.Engine.Money;
using YbPay.Engine.Orders;
using YbPay.Engine.Refunds;

namespace YbPay.Engine.Tests.Refunds;

/// <summary>How refunds end on an order of insurance 80.00, cash 15.00 through a channel and 5.00 from a deposit.</summary>
public class RefundEndings
{
    public static TheoryData<string> Endings => TextTable.Rows("""
        # state                      cash already back | kind  cash   | event               next                          deposit freed
        Completed                    0                 | ALL   15.00  | WholeRefunded       Refunded                      5.00
        Completed                    0                 | HI    0      | InsurancePartRefunded InsuranceRefunded           0
        Completed                    0                 | CASH  15.00  | CashWhollyRefunded  CashRefunded                  0
        Completed                    0                 | CASH  14.99  | CashPartlyRefunded  CashPartRefunded              0
        PaidWithCash                 0                 | CASH  0.01   | CashPartlyRefunded  CashPartRefunded              0
        HospitalSettled              0                 | ALL   15.00  | WholeRefunded       Refunded                      5.00
        CashPartRefunded             5.00              | CASH  9.99   | CashPartlyRefunded  CashPartRefunded              0
        CashPartRefunded             5.00              | CASH  10.00  | CashWhollyRefunded  CashRefunded                  0
        CashPartRefunded             5.00              | HI    0      | InsurancePartRefunded InsuranceAndCashPartRefunded 0
        CashRefunded                 15.00             | HI    0      | InsurancePartRefunded Refunded                    5.00
        # The CASH retry after EXP, and parts of it.
        InsuranceRefunded            0                 | CASH  15.00  | CashWhollyRefunded  Refunded                      5.00
        InsuranceRefunded            0                 | CASH  1.00   | CashPartlyRefunded  InsuranceAndCashPartRefunded  0
        InsuranceAndCashPartRefunded 1.00              | CASH  14.00  | CashWhollyRefunded  Refunded                      5.00
        InsuranceAndCashPartRefunded 1.00              | CASH  13.99  | CashPartlyRefunded  InsuranceAndCashPartRefunded  0
        """);

    [Theory, MemberData(nameof(Endings))]
    public void A_finished_refund_leads_on_and_the_last_frees_the_deposit(string row)
    {
        var cells = TextTable.Cells(row);
        var basis = Basis(Enum.Parse<OrderState>(cells[0]), TextTable.Amount(cells[1]));
        var kind = RefundRules.Parse(cells[2]).ShouldNotBeNull();
        var cash = TextTable.Amount(cells[3]);
        var insurance = kind is RefundKind.Cash ? Fen.Zero : new Fen(80_00);
        var plan = RefundRules.Decide(basis, new(kind, cash + insurance, cash, null, null))
            .Match(plan => plan, why => throw new InvalidOperationException(why.Name));

        var on = RefundRules.EventOf(plan, basis);
        on.ToString().ShouldBe(cells[4]);
        OrderMachine.Next(basis.State, on).ToString().ShouldBe(cells[5]);
        RefundRules.DepositFreed(basis, on).ShouldBe(TextTable.Amount(cells[6]));
        plan.DepositReturned.ShouldBe(TextTable.Amount(cells[6]));
    }

    [Fact]
    public void Cash_that_another_refund_still_has_to_return_does_not_count_as_returned()
    {
        // 5.00 and 10.00 start together; the second ends first. Until the first ends too, cash is only partly back.
        var started = Basis(OrderState.Completed, new Fen(5_00));
        var second = RefundRules.Decide(started, new(RefundKind.Cash, new(10_00), new(10_00), null, null))
            .Match(plan => plan, why => throw new InvalidOperationException(why.Name));
        RefundRules.EventOf(second, Basis(OrderState.Completed, Fen.Zero)).ShouldBe(OrderEvent.CashPartlyRefunded);
    }

    private static RefundBasis Basis(OrderState state, Fen cashRefunded) => new(
        state,
        Split.Of(new(100_00), new(60_00), new(20_00), new(20_00), Fen.Zero).Match(split => split, why => throw new InvalidOperationException(why.Name)),
        CashPaid: new(15_00), DepositUsed: new(5_00), cashRefunded);
}
