namespace YbPay.Contracts.Dictionaries;

/// <summary>Who operates.</summary>
public static class OpterType
{
    public const string Clerk = "1";
    public const string Kiosk = "2";
    public const string Mobile = "3";

    public static CodeTable Table { get; } = new("opter_type", "经办人类别",
    [
        new(Clerk, "经办人"),
        new(Kiosk, "自助终端"),
        new(Mobile, "移动终端"),
    ]);
}
