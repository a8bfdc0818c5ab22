namespace YbPay.Contracts.Dictionaries;

/// <summary>Where the bill comes from.</summary>
public static class FeeType
{
    public const string Outpatient = "01";
    public const string Inpatient = "02";

    public static CodeTable Table { get; } = new("feeType", "费用类型",
    [
        new(Outpatient, "门诊缴费"),
        new(Inpatient, "住院结算"),
    ]);
}
