namespace YbPay.Contracts.Dictionaries;

/// <summary>What was settled.</summary>
public static class SetlType
{
    public const string All = "ALL";
    public const string Cash = "CASH";
    public const string Insurance = "HI";

    public static CodeTable Table { get; } = new("setlType", "结算类型",
    [
        new(All, "医保自费全部"),
        new(Cash, "只结现金"),
        new(Insurance, "只结医保"),
    ]);
}
