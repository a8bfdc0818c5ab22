namespace YbPay.Contracts.Dictionaries;

/// <summary>Why the hospital is called; no other value is published.</summary>
public static class CallType
{
    public const string PaymentSucceeded = "02";

    public static CodeTable Table { get; } = new("callType", "回调类型",
    [
        new(PaymentSucceeded, "支付成功回调"),
    ]);
}
