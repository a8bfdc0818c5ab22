using static YbPay.Engine.Orders.OrderEvent;
using static YbPay.Engine.Orders.OrderState;

namespace YbPay.Engine.Orders;

/// <summary>
/// The life of an order, whole. Nothing else changes a state. The table state x event is checked in as
/// docs/reference/order-machine.md.
/// </summary>
public static class OrderMachine
{
    /// <summary>The next state, or null: the event is refused in this state.</summary>
    public static OrderState? Next(OrderState from, OrderEvent on) => from switch
    {
        Uploading => on switch
        {
            FeesUploaded => Uploaded,
            UploadFailed => Revoked,
            FellApart => Abnormal,
            _ => null,
        },
        Uploaded => on switch
        {
            PreSettled => Priced,
            PaymentStarted => Paying,
            RevocationStarted => Revoking,
            _ => null,
        },
        Priced => on switch
        {
            PreSettled => Priced,
            PaymentStarted => Paying,
            RevocationStarted => Revoking,
            _ => null,
        },
        Revoking => on switch
        {
            FeesCancelled => Revoked,
            RevocationRefused => Uploaded,
            FellApart => Abnormal,
            _ => null,
        },
        Paying => on switch
        {
            SettledWithCashDue => AwaitingCash,
            SettledInFull => PaidByInsurance,
            SettlementRefused => SettlementFailed,
            FellApart => Abnormal,
            _ => null,
        },
        SettlementFailed => on switch
        {
            PaymentStarted => Paying,
            RevocationStarted => Revoking,
            _ => null,
        },
        AwaitingCash => on switch
        {
            PaidDown => AwaitingCash,
            PaidDownInFull => PaidByInsurance,
            CashReceived => PaidWithCash,
            WithdrawalStarted => Withdrawing,
            FellApart => Abnormal,
            _ => null,
        },
        Withdrawing => on switch
        {
            SettlementCancelled => InsuranceRevoked,
            FellApart => Abnormal,
            _ => null,
        },
        PaidByInsurance or PaidWithCash => on switch
        {
            HospitalConfirmed => HospitalSettled,
            SurplusFound => from,
            _ => NextWhenPaid(on),
        },
        HospitalSettled => on switch
        {
            OrderCompleted => Completed,
            SurplusFound => HospitalSettled,
            _ => NextWhenPaid(on),
        },
        Completed => on switch
        {
            SurplusFound => Completed,
            _ => NextWhenPaid(on),
        },
        InsuranceRefunded => on switch
        {
            CashWhollyRefunded => Refunded,
            CashPartlyRefunded => InsuranceAndCashPartRefunded,
            FellApart => Abnormal,
            _ => null,
        },
        CashRefunded => on switch
        {
            InsurancePartRefunded => Refunded,
            FellApart => Abnormal,
            _ => null,
        },
        CashPartRefunded => on switch
        {
            CashPartlyRefunded => CashPartRefunded,
            CashWhollyRefunded => CashRefunded,
            InsurancePartRefunded => InsuranceAndCashPartRefunded,
            FellApart => Abnormal,
            _ => null,
        },
        InsuranceAndCashPartRefunded => on switch
        {
            CashPartlyRefunded => InsuranceAndCashPartRefunded,
            CashWhollyRefunded => Refunded,
            FellApart => Abnormal,
            _ => null,
        },
        InsuranceRevoked => on switch
        {
            CashReturnFailed => CashReversalFailed,
            _ => null,
        },
        Revoked => on switch
        {
            CashReturnFailed => CashReversalFailed,
            _ => null,
        },
        CashReversalFailed => on switch
        {
            CashReturnedByHand => InsuranceRevoked,
            _ => null,
        },
        Refunded => null,
        Abnormal => null,
    };

    /// <summary>What may follow once everything is paid, whether or not the hospital has confirmed.</summary>
    private static OrderState? NextWhenPaid(OrderEvent on) => on switch
    {
        WholeRefunded => Refunded,
        InsurancePartRefunded => InsuranceRefunded,
        CashWhollyRefunded => CashRefunded,
        CashPartlyRefunded => CashPartRefunded,
        FellApart => Abnormal,
        _ => null,
    };
}
