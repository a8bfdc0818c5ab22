namespace YbPay.Engine.Orders;

/// <summary>
/// Where an order stands. The wire knows fewer states (ordStas): <see cref="OrderStates.ToOrdStas"/> maps them; two
/// states may share a number where the difference is the centre's own business.
/// </summary>
public enum OrderState
{
    /// <summary>Accepted from the hospital; the core does not hold all fee lines yet. ordStas 0.</summary>
    Uploading = 100,

    /// <summary>The core holds the fee lines; the patient has been asked for nothing yet. ordStas 0.</summary>
    Uploaded = 110,

    /// <summary>Cancelling the fee lines at the core; no payment can start. ordStas 0.</summary>
    Revoking = 120,

    /// <summary>The core has said who would pay what. ordStas 1.</summary>
    Priced = 200,

    /// <summary>The settlement was asked for at the core; until it answers nobody knows. ordStas 2.</summary>
    Paying = 300,

    /// <summary>Insurance has paid, the patient still owes cash. ordStas 4.</summary>
    AwaitingCash = 400,

    /// <summary>Insurance has paid and nothing is left to pay; the hospital has not confirmed. ordStas 4.</summary>
    PaidByInsurance = 410,

    /// <summary>Insurance and cash have paid; the hospital has not confirmed. ordStas 3.</summary>
    PaidWithCash = 420,

    /// <summary>The cash did not come: the settlement is being cancelled at the core. ordStas 4.</summary>
    Withdrawing = 430,

    /// <summary>The hospital has booked the payment. ordStas 5.</summary>
    HospitalSettled = 500,

    /// <summary>Final: paid, told and booked everywhere. ordStas 6.</summary>
    Completed = 600,

    /// <summary>Everything went back. ordStas 7.</summary>
    Refunded = 700,

    /// <summary>The insurance part went back, the cash part did not. ordStas 8.</summary>
    InsuranceRefunded = 800,

    /// <summary>All cash went back, the insurance part did not. ordStas 9.</summary>
    CashRefunded = 900,

    /// <summary>Some cash went back. ordStas 10.</summary>
    CashPartRefunded = 1000,

    /// <summary>The insurance part and some cash went back. ordStas 11.</summary>
    InsuranceAndCashPartRefunded = 1100,

    /// <summary>Revoked by the hospital, or closed unpaid. ordStas 12.</summary>
    Revoked = 1200,

    /// <summary>Insurance had paid and was cancelled because the cash did not come. ordStas 13.</summary>
    InsuranceRevoked = 1300,

    /// <summary>Needs a human: the parties disagree and no rule says who is right. ordStas 14.</summary>
    Abnormal = 1400,

    /// <summary>The core refused or the settlement was reversed; the hospital may revoke or pay again. ordStas 15.</summary>
    SettlementFailed = 1500,

    /// <summary>The settlement is cancelled but cash that came late could not be returned: return it by hand. ordStas 16.</summary>
    CashReversalFailed = 1600,
}

/// <summary>What the states mean outside.</summary>
public static class OrderStates
{
    /// <summary>The wire's ordStas (mobile-pay document, dictionary ordStas).</summary>
    public static string ToOrdStas(this OrderState state) => state switch
    {
        OrderState.Uploading => "0",
        OrderState.Uploaded => "0",
        OrderState.Revoking => "0",
        OrderState.Priced => "1",
        OrderState.Paying => "2",
        OrderState.PaidWithCash => "3",
        OrderState.AwaitingCash => "4",
        OrderState.PaidByInsurance => "4",
        OrderState.Withdrawing => "4",
        OrderState.HospitalSettled => "5",
        OrderState.Completed => "6",
        OrderState.Refunded => "7",
        OrderState.InsuranceRefunded => "8",
        OrderState.CashRefunded => "9",
        OrderState.CashPartRefunded => "10",
        OrderState.InsuranceAndCashPartRefunded => "11",
        OrderState.Revoked => "12",
        OrderState.InsuranceRevoked => "13",
        OrderState.Abnormal => "14",
        OrderState.SettlementFailed => "15",
        OrderState.CashReversalFailed => "16",
    };

    /// <summary>The settlement at the core stands or once stood, so the amounts are known (ruling C8: absent until then).</summary>
    public static bool AmountsKnown(this OrderState state) => state switch
    {
        OrderState.Uploading or OrderState.Uploaded or OrderState.Revoking or OrderState.Priced or OrderState.Paying => false,
        OrderState.Revoked or OrderState.SettlementFailed or OrderState.Abnormal => false,
        OrderState.AwaitingCash or OrderState.PaidByInsurance or OrderState.PaidWithCash or OrderState.Withdrawing => true,
        OrderState.HospitalSettled or OrderState.Completed => true,
        OrderState.Refunded or OrderState.InsuranceRefunded or OrderState.CashRefunded => true,
        OrderState.CashPartRefunded or OrderState.InsuranceAndCashPartRefunded => true,
        OrderState.InsuranceRevoked or OrderState.CashReversalFailed => true,
    };

    /// <summary>All that was owed has been paid and nothing has gone back: a whole refund is possible.</summary>
    public static bool IsPaidInFull(this OrderState state) =>
        state is OrderState.PaidByInsurance or OrderState.PaidWithCash or OrderState.HospitalSettled or OrderState.Completed;

    /// <summary>No money stands and none can come: the hospital may upload the same bill anew.</summary>
    public static bool IsClosedUnpaid(this OrderState state) => state is OrderState.Revoked or OrderState.InsuranceRevoked;
}
