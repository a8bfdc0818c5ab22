namespace YbPay.Contracts.Dictionaries;

/// <summary>Sex, as GB/T 2261.1 codes it.</summary>
public static class Gend
{
    public const string Male = "1";
    public const string Female = "2";

    public static CodeTable Table { get; } = new("gend", "性别",
    [
        new("0", "未知的性别"),
        new(Male, "男"),
        new(Female, "女"),
        new("9", "未说明的性别"),
    ]);
}
