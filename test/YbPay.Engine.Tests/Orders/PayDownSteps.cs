using YbPay.Engine.Money;
using YbPay.Engine.Orders;

namespace YbPay.Engine.Tests.Orders;

/// <summary>What an order does when the core says what accounts have paid of its cash part of 100.00.</summary>
public class PayDownSteps
{
    public static TheoryData<string> News => TextTable.Rows("""
        # state            deposit known  cash paid refund | told    | event          due    deposit surplus
        AwaitingCash       0       0      0         no     | 30.00   | PaidDown       70.00  0       0
        AwaitingCash       0       30.00  0         no     | 99.99   | PaidDown       0.01   0       0
        AwaitingCash       0       30.00  0         no     | 100.00  | PaidDownInFull 0      0       0
        AwaitingCash       0       30.00  0         no     | 30.00   | nothing
        AwaitingCash       0       30.00  0         no     | 10.00   | PaidDown       90.00  0       0      # reversed at the core
        AwaitingCash       0       30.00  0         no     | 100.01  | nothing                              # cannot be
        AwaitingCash       0       30.00  0         no     | -0.01   | nothing
        # A deposit covers what accounts leave over, and no more.
        AwaitingCash       40.00   0      0         no     | 30.00   | PaidDown       30.00  40.00   0
        AwaitingCash       40.00   0      0         no     | 60.00   | PaidDownInFull 0      40.00   0
        AwaitingCash       40.00   0      0         no     | 75.00   | PaidDownInFull 0      25.00   0
        # Cash was there before: it goes back, and then the deposit is freed.
        PaidWithCash       0       0      100.00    no     | 30.00   | SurplusFound   70.00  0       30.00
        PaidWithCash       0       30.00  70.00     no     | 100.00  | SurplusFound   0      0       70.00
        HospitalSettled    40.00   0      60.00     no     | 30.00   | SurplusFound   30.00  40.00   30.00
        Completed          40.00   0      60.00     no     | 80.00   | SurplusFound   0      20.00   60.00
        PaidByInsurance    100.00  0      0         no     | 80.00   | SurplusFound   0      20.00   0
        # Past the point where a rule decides.
        PaidWithCash       0       30.00  70.00     no     | 10.00   | nothing                              # the accounts took it back
        PaidWithCash       0       0      100.00    yes    | 30.00   | nothing                              # a refund decides first
        Withdrawing        0       0      0         no     | 30.00   | nothing
        CashPartRefunded   0       0      100.00    no     | 30.00   | nothing
        InsuranceRefunded  0       0      100.00    no     | 30.00   | nothing
        Abnormal           0       0      0         no     | 30.00   | nothing
        """);

    [Theory, MemberData(nameof(News))]
    public void The_order_follows_the_core(string row)
    {
        var cells = TextTable.Cells(row);
        var basis = new PayDownBasis(
            Enum.Parse<OrderState>(cells[0]), new(100_00), TextTable.Amount(cells[1]), TextTable.Amount(cells[2]), TextTable.Amount(cells[3]), cells[4] == "yes");
        var step = PayDownRules.Decide(basis, TextTable.Amount(cells[5]));
        if (cells[6] == "nothing")
        {
            step.ShouldBeNull();
            return;
        }

        var (on, after, surplus) = step.ShouldNotBeNull();
        on.ToString().ShouldBe(cells[6]);
        OrderMachine.Next(basis.State, on).ShouldNotBeNull();
        (after.Due, after.DepositUsed, surplus).ShouldBe((TextTable.Amount(cells[7]), TextTable.Amount(cells[8]), TextTable.Amount(cells[9])));
        (after.Due + after.DepositUsed + after.PaidDown).ShouldBe(basis.Cash);
    }
}
