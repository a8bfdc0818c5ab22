namespace YbPay.Contracts.Dictionaries;

/// <summary>Which medicine diagnosed.</summary>
public static class DiagType
{
    public const string Western = "1";
    public const string ChineseDisease = "2";
    public const string ChineseSyndrome = "3";

    public static CodeTable Table { get; } = new("diag_type", "诊断类别",
    [
        new(Western, "西医诊断"),
        new(ChineseDisease, "中医主病诊断"),
        new(ChineseSyndrome, "中医主证诊断"),
    ]);
}
