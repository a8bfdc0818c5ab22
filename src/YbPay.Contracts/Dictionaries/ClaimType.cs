namespace YbPay.Contracts.Dictionaries;

/// <summary>Direct claims are settled at discharge, fast claims afterwards from documents.</summary>
public static class ClaimType
{
    public const string Direct = "1";
    public const string Fast = "2";

    public static CodeTable Table { get; } = new("claimType", "理赔类型",
    [
        new(Direct, "直赔"),
        new(Fast, "快赔"),
    ]);
}
