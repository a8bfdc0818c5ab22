namespace YbPay.Contracts.Dictionaries;

/// <summary>Which diagnosis of a case it is; diag_type says which medicine made it.</summary>
public static class DiagnosisType
{
    public const string Main = "1";
    public const string Admission = "21";
    public const string Discharge = "22";
    public const string Other = "9";

    public static CodeTable Table { get; } = new("diagnosisType", "诊断类型",
    [
        new(Main, "主诊断"),
        new(Admission, "入院诊断"),
        new(Discharge, "出院诊断"),
        new(Other, "其它诊断"),
    ]);
}
