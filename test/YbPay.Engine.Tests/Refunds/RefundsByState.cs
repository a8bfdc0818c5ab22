using YbPay.Contracts.Outcomes;
using YbPay.Engine.Money;
using YbPay.Engine.Orders;
using YbPay.Engine.Refunds;

namespace YbPay.Engine.Tests.Refunds;

/// <summary>
/// What each state says to a refund that is right in itself: 100.00 = fund 60.00 + personal account 20.00 + cash 20.00,
/// of which as much cash has gone back as the state implies; CASH asks for one fen.
/// </summary>
public class RefundsByState
{
    public static TheoryData<string> States => TextTable.Rows("""
        # state                      refunded | ALL                CASH               HI
        Uploading                    0        | OrderStateForbids  OrderStateForbids  OrderStateForbids
        Uploaded                     0        | OrderStateForbids  OrderStateForbids  OrderStateForbids
        Revoking                     0        | OrderStateForbids  OrderStateForbids  OrderStateForbids
        Priced                       0        | OrderStateForbids  OrderStateForbids  OrderStateForbids
        Paying                       0        | OrderStateForbids  OrderStateForbids  OrderStateForbids
        AwaitingCash                 0        | OrderStateForbids  OrderStateForbids  OrderStateForbids
        PaidByInsurance              0        | ok                 ok                 ok
        PaidWithCash                 0        | ok                 ok                 ok
        Withdrawing                  0        | OrderStateForbids  OrderStateForbids  OrderStateForbids
        HospitalSettled              0        | ok                 ok                 ok
        Completed                    0        | ok                 ok                 ok
        Refunded                     20.00    | NothingToRefund    NothingToRefund    NothingToRefund
        InsuranceRefunded            0        | OrderStateForbids  ok                 OrderStateForbids
        CashRefunded                 20.00    | OrderStateForbids  OrderStateForbids  ok
        CashPartRefunded             5.00     | OrderStateForbids  ok                 ok
        InsuranceAndCashPartRefunded 5.00     | OrderStateForbids  ok                 OrderStateForbids
        Revoked                      0        | OrderStateForbids  OrderStateForbids  OrderStateForbids
        InsuranceRevoked             0        | OrderStateForbids  OrderStateForbids  OrderStateForbids
        Abnormal                     0        | OrderStateForbids  OrderStateForbids  OrderStateForbids
        SettlementFailed             0        | OrderStateForbids  OrderStateForbids  OrderStateForbids
        CashReversalFailed           0        | OrderStateForbids  OrderStateForbids  OrderStateForbids
        """);

    [Theory, MemberData(nameof(States))]
    public void A_state_allows_or_forbids_each_kind(string row)
    {
        var cells = TextTable.Cells(row);
        var basis = new RefundBasis(Enum.Parse<OrderState>(cells[0]), Paid, new Fen(2000), Fen.Zero, TextTable.Amount(cells[1]));
        string Ask(RefundKind kind, long total, long cash, long account, long fund) =>
            RefundRules.Decide(basis, new(kind, new(total), new(cash), new Fen(account), new Fen(fund))).Named(_ => "ok");

        Ask(RefundKind.Whole, 100_00, 20_00, 20_00, 60_00).ShouldBe(cells[2]);
        Ask(RefundKind.Cash, 1, 1, 0, 0).ShouldBe(cells[3]);
        Ask(RefundKind.Insurance, 80_00, 0, 20_00, 60_00).ShouldBe(cells[4]);
    }

    [Theory, MemberData(nameof(States))]
    public void What_the_rules_allow_the_machine_takes(string row)
    {
        var cells = TextTable.Cells(row);
        var basis = new RefundBasis(Enum.Parse<OrderState>(cells[0]), Paid, new Fen(2000), Fen.Zero, TextTable.Amount(cells[1]));
        foreach (var kind in Enum.GetValues<RefundKind>())
        {
            var cash = kind switch { RefundKind.Whole => 20_00, RefundKind.Cash => 1, RefundKind.Insurance => 0 };
            var fund = kind is RefundKind.Cash ? 0 : 60_00;
            var account = kind is RefundKind.Cash ? 0 : 20_00;
            var asked = new RefundAsked(kind, new(cash + fund + account), new(cash), new Fen(account), new Fen(fund));
            if (RefundRules.Decide(basis, asked) is Outcome<RefundPlan>.Ok { Value: var plan })
                OrderMachine.Next(basis.State, RefundRules.EventOf(plan, basis)).ShouldNotBeNull($"{basis.State} {kind}");
        }
    }

    [Fact]
    public void The_table_names_every_state_once() =>
        States.Select(row => TextTable.Cells(row.Data)[0]).ShouldBe(Enum.GetNames<OrderState>(), ignoreOrder: true);

    private static Split Paid { get; } =
        Split.Of(new(100_00), new(60_00), new(20_00), new(20_00), Fen.Zero).Match(split => split, why => throw new InvalidOperationException(why.Name));
}
