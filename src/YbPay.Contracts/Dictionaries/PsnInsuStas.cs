namespace YbPay.Contracts.Dictionaries;

/// <summary>Whether the person is insured now.</summary>
public static class PsnInsuStas
{
    public const string NotInsured = "0";
    public const string Insured = "1";
    public const string Suspended = "2";
    public const string Ended = "3";

    public static CodeTable Table { get; } = new("psn_insu_stas", "人员参保状态",
    [
        new(NotInsured, "未参保"),
        new(Insured, "正常参保"),
        new(Suspended, "暂停参保"),
        new(Ended, "终止参保"),
    ]);
}
