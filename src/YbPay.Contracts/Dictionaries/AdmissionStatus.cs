namespace YbPay.Contracts.Dictionaries;

/// <summary>Whether the patient of HOS00021 is still in hospital.</summary>
public static class AdmissionStatus
{
    public const string Staying = "1";
    public const string Discharged = "2";

    public static CodeTable Table { get; } = new("admissionStatus", "住院状态",
    [
        new(Staying, "住院中"),
        new(Discharged, "已出院"),
    ]);
}
