namespace YbPay.Contracts.Dictionaries;

/// <summary>How a patient left.</summary>
public static class DischargeState
{
    public const string Cured = "1";
    public const string Improved = "2";

    public static CodeTable Table { get; } = new("dischargeState", "出院状态",
    [
        new(Cured, "治愈"),
        new(Improved, "好转"),
        new("3", "未愈"),
        new("4", "死亡"),
        new("90", "其它"),
    ]);
}
