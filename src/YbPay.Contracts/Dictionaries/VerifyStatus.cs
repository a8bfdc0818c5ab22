namespace YbPay.Contracts.Dictionaries;

/// <summary>What the hospital's own review said of a document image.</summary>
public static class VerifyStatus
{
    public const string Waiting = "0";
    public const string Refused = "1";
    public const string Passed = "2";
    public const string NotNeeded = "3";

    public static CodeTable Table { get; } = new("verifyStatus", "审核标记",
    [
        new(Waiting, "待审核"),
        new(Refused, "审核不通过"),
        new(Passed, "审核通过"),
        new(NotNeeded, "无需审核"),
    ]);
}
