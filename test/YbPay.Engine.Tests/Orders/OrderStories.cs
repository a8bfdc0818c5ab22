using YbPay.Engine.Orders;

namespace YbPay.Engine.Tests.Orders;

/// <summary>
/// Lives of an order, event by event from the upload on. The outcome is the last state, or <c>refused</c>: then the last
/// event is one the machine does not take, and all before it were taken.
/// </summary>
public class OrderStories
{
    public static TheoryData<string> Stories => TextTable.Rows("""
        # Paid.
        FeesUploaded PreSettled PaymentStarted SettledInFull HospitalConfirmed OrderCompleted                       | Completed
        FeesUploaded PaymentStarted SettledWithCashDue CashReceived HospitalConfirmed OrderCompleted                | Completed
        FeesUploaded PreSettled PreSettled PaymentStarted SettlementRefused PaymentStarted SettledInFull            | PaidByInsurance
        # Never twice.
        FeesUploaded PaymentStarted PaymentStarted                                                                  | refused
        FeesUploaded PaymentStarted SettledInFull PaymentStarted                                                    | refused
        FeesUploaded PaymentStarted SettledInFull SettledInFull                                                     | refused
        FeesUploaded PaymentStarted SettledInFull CashReceived                                                      | refused
        FeesUploaded PaymentStarted SettledWithCashDue CashReceived CashReceived                                    | refused
        FeesUploaded PaymentStarted SettledWithCashDue SettledInFull                                                | refused
        FeesUploaded PaymentStarted SettledWithCashDue PaidDown PaidDown CashReceived                               | PaidWithCash
        FeesUploaded PaymentStarted SettledWithCashDue PaidDown PaidDownInFull HospitalConfirmed OrderCompleted     | Completed
        FeesUploaded PaymentStarted SettledWithCashDue PaidDownInFull CashReceived                                  | refused
        FeesUploaded PaymentStarted SettledWithCashDue PaidDownInFull PaidDown                                      | refused
        FeesUploaded PaymentStarted SettledWithCashDue CashReceived PaidDown                                        | refused
        FeesUploaded PaymentStarted SettledWithCashDue CashReceived SurplusFound HospitalConfirmed SurplusFound     | HospitalSettled
        FeesUploaded PaymentStarted SettledWithCashDue SurplusFound                                                 | refused
        FeesUploaded PaymentStarted SettledWithCashDue WithdrawalStarted PaidDown                                   | refused
        FeesUploaded PaymentStarted SettledWithCashDue CashReceived CashPartlyRefunded SurplusFound                 | refused
        FeesUploaded PaymentStarted SettledWithCashDue PaymentStarted                                               | refused
        # Not before its time.
        PaymentStarted                                                                                              | refused
        PreSettled                                                                                                  | refused
        RevocationStarted                                                                                           | refused
        FeesUploaded SettledInFull                                                                                  | refused
        FeesUploaded PaymentStarted CashReceived                                                                    | refused
        FeesUploaded PaymentStarted HospitalConfirmed                                                               | refused
        FeesUploaded PaymentStarted SettledWithCashDue HospitalConfirmed                                            | refused
        FeesUploaded PaymentStarted SettledInFull OrderCompleted                                                    | refused
        # The core is silent about the settlement: nothing but its answer moves the order.
        FeesUploaded PaymentStarted RevocationStarted                                                               | refused
        FeesUploaded PaymentStarted WithdrawalStarted                                                               | refused
        FeesUploaded PaymentStarted WholeRefunded                                                                   | refused
        # Revoked, and stays so.
        UploadFailed                                                                                                | Revoked
        FeesUploaded RevocationStarted FeesCancelled                                                                | Revoked
        FeesUploaded PaymentStarted SettlementRefused RevocationStarted FeesCancelled                               | Revoked
        FeesUploaded RevocationStarted RevocationRefused PaymentStarted                                             | Paying
        FeesUploaded RevocationStarted PaymentStarted                                                               | refused
        FeesUploaded RevocationStarted FeesCancelled FeesUploaded                                                   | refused
        FeesUploaded RevocationStarted FeesCancelled PaymentStarted                                                 | refused
        FeesUploaded PaymentStarted SettledInFull RevocationStarted                                                 | refused
        FeesUploaded PaymentStarted SettledWithCashDue RevocationStarted                                            | refused
        # The cash did not come, or came too late.
        FeesUploaded PaymentStarted SettledWithCashDue WithdrawalStarted SettlementCancelled                        | InsuranceRevoked
        FeesUploaded PaymentStarted SettledWithCashDue WithdrawalStarted CashReceived                               | refused
        FeesUploaded PaymentStarted SettledWithCashDue WithdrawalStarted SettlementCancelled CashReceived           | refused
        FeesUploaded PaymentStarted SettledWithCashDue WithdrawalStarted SettlementCancelled CashReturnFailed       | CashReversalFailed
        FeesUploaded PaymentStarted SettledWithCashDue WithdrawalStarted SettlementCancelled CashReturnFailed CashReturnedByHand | InsuranceRevoked
        FeesUploaded PaymentStarted SettledWithCashDue WithdrawalStarted SettlementCancelled PaymentStarted         | refused
        FeesUploaded PaymentStarted SettledWithCashDue CashReceived WithdrawalStarted                               | refused
        # Refunded: each part once, and nothing after the last.
        FeesUploaded PaymentStarted SettledInFull WholeRefunded                                                     | Refunded
        FeesUploaded PaymentStarted SettledInFull WholeRefunded WholeRefunded                                       | refused
        FeesUploaded PaymentStarted SettledInFull WholeRefunded HospitalConfirmed                                   | refused
        FeesUploaded PaymentStarted SettledInFull InsurancePartRefunded InsurancePartRefunded                       | refused
        FeesUploaded PaymentStarted SettledInFull InsurancePartRefunded WholeRefunded                               | refused
        FeesUploaded PaymentStarted SettledWithCashDue CashReceived InsurancePartRefunded CashWhollyRefunded        | Refunded
        FeesUploaded PaymentStarted SettledWithCashDue CashReceived CashPartlyRefunded CashPartlyRefunded           | CashPartRefunded
        FeesUploaded PaymentStarted SettledWithCashDue CashReceived CashPartlyRefunded InsurancePartRefunded CashPartlyRefunded CashWhollyRefunded | Refunded
        FeesUploaded PaymentStarted SettledWithCashDue CashReceived CashWhollyRefunded InsurancePartRefunded        | Refunded
        FeesUploaded PaymentStarted SettledWithCashDue CashReceived CashWhollyRefunded CashPartlyRefunded           | refused
        FeesUploaded PaymentStarted SettledWithCashDue CashReceived CashPartlyRefunded WholeRefunded                | refused
        FeesUploaded PaymentStarted SettledWithCashDue InsurancePartRefunded                                        | refused
        # Fallen apart: only a human goes on.
        FeesUploaded PaymentStarted FellApart                                                                       | Abnormal
        FeesUploaded PaymentStarted FellApart SettledInFull                                                         | refused
        FeesUploaded PaymentStarted SettledWithCashDue CashReceived HospitalConfirmed OrderCompleted FellApart      | Abnormal
        """);

    [Theory, MemberData(nameof(Stories))]
    public void An_order_goes_its_way_or_stops_where_it_must(string row)
    {
        var cells = TextTable.Cells(row);
        var events = cells[..^1].Select(Enum.Parse<OrderEvent>).ToArray();
        var refused = cells[^1] == "refused";

        var state = OrderState.Uploading;
        foreach (var on in refused ? events[..^1] : events)
            state = OrderMachine.Next(state, on).ShouldNotBeNull($"{state} refuses {on}");

        if (refused) OrderMachine.Next(state, events[^1]).ShouldBeNull($"{state} takes {events[^1]}");
        else state.ToString().ShouldBe(cells[^1]);
    }
}
