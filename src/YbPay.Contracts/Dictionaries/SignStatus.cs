namespace YbPay.Contracts.Dictionaries;

/// <summary>Whether a patient is enrolled for credit payment.</summary>
public static class SignStatus
{
    public const string NotEnrolled = "0";
    public const string Enrolled = "1";
    public const string Frozen = "9";

    public static CodeTable Table { get; } = new("signStatus", "签约状态",
    [
        new(NotEnrolled, "未签约"),
        new(Enrolled, "已签约"),
        new(Frozen, "签约关系冻结"),
    ]);
}
