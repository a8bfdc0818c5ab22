namespace YbPay.Contracts.Dictionaries;

/// <summary>Whether an enrolled patient uses credit payment.</summary>
public static class CreditPay
{
    public const string Used = "01";
    public const string NotUsed = "02";

    public static CodeTable Table { get; } = new("creditPay", "是否使用医闪付支付",
    [
        new(Used, "使用"),
        new(NotUsed, "不使用"),
    ]);
}
