namespace YbPay.Contracts.Dictionaries;

/// <summary>What is to be refunded.</summary>
public static class RefdType
{
    public const string All = "ALL";
    public const string Cash = "CASH";
    public const string Insurance = "HI";

    public static CodeTable Table { get; } = new("refdType", "退费类型",
    [
        new(All, "全部"),
        new(Cash, "只退现金"),
        new(Insurance, "只退医保"),
    ]);
}
