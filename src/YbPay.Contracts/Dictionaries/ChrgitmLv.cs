namespace YbPay.Contracts.Dictionaries;

/// <summary>The catalogue class. Both spellings are met; the two-digit one is unverified.</summary>
public static class ChrgitmLv
{
    public const string A = "01";
    public const string B = "02";
    public const string C = "03";

    public static CodeTable Table { get; } = new("chrgitm_lv", "收费项目等级",
    [
        new("1", "甲类"),
        new("2", "乙类"),
        new("3", "自费"),
        new(A, "甲类") { Unverified = true },
        new(B, "乙类") { Unverified = true },
        new(C, "自费（丙类）") { Unverified = true },
    ]);
}
