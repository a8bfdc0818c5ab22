namespace YbPay.Engine.Credit;

/// <summary>Where a refund of a credit payment (HOS00004, or the surplus of a discharge) stands.</summary>
public enum CreditRefundState
{
    /// <summary>The bank was asked; until it answers the amount is neither here nor there. orderStatus 11.</summary>
    Refunding = 11,

    /// <summary>The bank gave the money back. orderStatus 12.</summary>
    Refunded = 12,

    /// <summary>The bank refused: the money is where it was. orderStatus 13.</summary>
    RefundFailed = 13,
}

/// <summary>What can happen to a refund.</summary>
public enum CreditRefundEvent
{
    /// <summary>The bank says that the money went back.</summary>
    BankRefunded,

    /// <summary>The bank refused for good.</summary>
    BankRefused,
}

/// <summary>The life of a refund, whole: one question to the bank, and its answer counts once.</summary>
public static class CreditRefundMachine
{
    /// <summary>The next state, or null: the event is refused in this state.</summary>
    public static CreditRefundState? Next(CreditRefundState from, CreditRefundEvent on) => from switch
    {
        CreditRefundState.Refunding => on switch
        {
            CreditRefundEvent.BankRefunded => CreditRefundState.Refunded,
            CreditRefundEvent.BankRefused => CreditRefundState.RefundFailed,
        },
        CreditRefundState.Refunded => null,
        CreditRefundState.RefundFailed => null,
    };

    /// <summary>The wire's orderStatus (huimin document, dictionary orderStatus).</summary>
    public static string ToOrderStatus(this CreditRefundState state) => state switch
    {
        CreditRefundState.Refunding => "11",
        CreditRefundState.Refunded => "12",
        CreditRefundState.RefundFailed => "13",
    };
}
