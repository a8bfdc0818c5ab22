namespace YbPay.Contracts.Dictionaries;

/// <summary>What became of a refund. EXP: the insurance part is back, the cash part is not; a CASH refund finishes it.</summary>
public static class RefStatus
{
    public const string Succeeded = "SUCC";
    public const string Failed = "FAIL";
    public const string CashOutstanding = "EXP";

    public static CodeTable Table { get; } = new("refStatus", "退费状态",
    [
        new(Succeeded, "成功"),
        new(Failed, "失败"),
        new(CashOutstanding, "异常"),
    ]);
}
