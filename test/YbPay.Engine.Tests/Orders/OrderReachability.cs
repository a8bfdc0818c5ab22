using YbPay.Engine.Orders;

namespace YbPay.Engine.Tests.Orders;

/// <summary>What the machine as a graph allows, over every path.</summary>
public class OrderReachability
{
    private static readonly OrderEvent[] Events = Enum.GetValues<OrderEvent>();

    [Fact]
    public void Every_state_is_reachable_from_a_new_order()
    {
        var reached = ReachableFrom(OrderState.Uploading);
        foreach (var state in Enum.GetValues<OrderState>()) reached.ShouldContain(state);
    }

    [Fact]
    public void Each_number_of_the_dictionary_is_reachable_and_no_other_is_sent()
    {
        var sent = ReachableFrom(OrderState.Uploading).Select(state => state.ToOrdStas()).Distinct();
        sent.ShouldBe(Enumerable.Range(0, 17).Select(n => $"{n}"), ignoreOrder: true);
        sent.ShouldBe(OrdStasNames.All.Keys, ignoreOrder: true);
    }

    [Fact]
    public void An_order_turns_abnormal_only_because_it_fell_apart()
    {
        foreach (var state in Enum.GetValues<OrderState>())
            foreach (var on in Events)
                if (OrderMachine.Next(state, on) is OrderState.Abnormal) on.ShouldBe(OrderEvent.FellApart);
    }

    [Fact]
    public void Once_paid_no_path_leads_to_a_payment_again()
    {
        foreach (var paid in Enum.GetValues<OrderState>().Where(state => state.IsPaidInFull()))
            foreach (var state in ReachableFrom(paid))
                foreach (var on in (OrderEvent[])[OrderEvent.PaymentStarted, OrderEvent.SettledInFull, OrderEvent.SettledWithCashDue, OrderEvent.CashReceived])
                    OrderMachine.Next(state, on).ShouldBeNull($"{paid} leads to {state}, which takes {on}");
    }

    [Fact]
    public void Once_something_was_refunded_the_order_is_never_paid_in_full_again()
    {
        OrderState[] refunded = [OrderState.Refunded, OrderState.InsuranceRefunded, OrderState.CashRefunded,
            OrderState.CashPartRefunded, OrderState.InsuranceAndCashPartRefunded];
        foreach (var from in refunded)
            ReachableFrom(from).ShouldAllBe(state => !state.IsPaidInFull());
    }

    [Fact]
    public void Only_an_order_whose_cash_is_due_takes_cash() =>
        Enum.GetValues<OrderState>().Where(state => OrderMachine.Next(state, OrderEvent.CashReceived) is not null)
            .ShouldBe([OrderState.AwaitingCash]);

    [Fact]
    public void A_closed_order_never_comes_to_life_again()
    {
        foreach (var closed in Enum.GetValues<OrderState>().Where(state => state.IsClosedUnpaid()))
            ReachableFrom(closed).ShouldAllBe(state => state.IsClosedUnpaid() || state == OrderState.CashReversalFailed);
    }

    [Fact]
    public void An_order_whose_settlement_is_unknown_can_be_neither_revoked_nor_paid_again()
    {
        OrderMachine.Next(OrderState.Paying, OrderEvent.RevocationStarted).ShouldBeNull();
        OrderMachine.Next(OrderState.Paying, OrderEvent.PaymentStarted).ShouldBeNull();
    }

    /// <summary>The state itself and every state that some sequence of events leads to.</summary>
    private static HashSet<OrderState> ReachableFrom(OrderState start)
    {
        var reached = new HashSet<OrderState> { start };
        var toVisit = new Queue<OrderState>([start]);
        while (toVisit.TryDequeue(out var state))
            foreach (var on in Events)
                if (OrderMachine.Next(state, on) is { } next && reached.Add(next)) toVisit.Enqueue(next);
        return reached;
    }
}
