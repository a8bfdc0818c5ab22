namespace YbPay.Contracts.Dictionaries;

/// <summary>The catalogue class of a line, as the huimin platform codes it.</summary>
public static class ReimbursementCategory
{
    public const string A = "1";
    public const string B = "2";
    public const string C = "3";

    public static CodeTable Table { get; } = new("reimbursementCategory", "报销类别",
    [
        new(A, "甲类"),
        new(B, "乙类"),
        new(C, "丙类"),
    ]);
}
