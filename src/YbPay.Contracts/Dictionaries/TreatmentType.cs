namespace YbPay.Contracts.Dictionaries;

/// <summary>How a patient of a case was treated. HOS00020's remark prints another meaning of 1 and 2 (1-其他、2-急诊科室); the appendix holds.</summary>
public static class TreatmentType
{
    public const string Outpatient = "1";
    public const string Emergency = "2";
    public const string Inpatient = "3";

    public static CodeTable Table { get; } = new("treatmentType", "诊疗方式",
    [
        new(Outpatient, "门诊"),
        new(Emergency, "急诊"),
        new(Inpatient, "住院"),
        new("1006064", "购药"),
        new("1006061", "健康管理"),
        new("1006062", "其它"),
    ]);
}
