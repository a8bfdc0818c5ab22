namespace YbPay.Contracts.Dictionaries;

/// <summary>The kind of visit as HIS00003 and HOS00022 print it.</summary>
public static class VisitKind
{
    public const string Outpatient = "0020";
    public const string Emergency = "0030";
    public const string Inpatient = "0040";

    public static CodeTable Table { get; } = new("expenMode", "就诊类别（惠民平台）",
    [
        new(Outpatient, "门诊"),
        new(Emergency, "急诊"),
        new(Inpatient, "住院"),
    ]);
}
