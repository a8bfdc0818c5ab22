namespace YbPay.Contracts.Dictionaries;

/// <summary>HOS00020's dischargeState, which is not the appendix's: only whether the patient has left.</summary>
public static class StayState
{
    public const string Staying = "1";
    public const string Discharged = "2";

    public static CodeTable Table { get; } = new("stayState", "出院状态（患者资料）",
    [
        new(Staying, "未出院"),
        new(Discharged, "已出院"),
    ]);
}
