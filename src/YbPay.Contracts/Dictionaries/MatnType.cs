namespace YbPay.Contracts.Dictionaries;

/// <summary>The kind of birth.</summary>
public static class MatnType
{
    public static CodeTable Table { get; } = new("matn_type", "生育类别",
    [
        new("1", "正常产"),
        new("2", "助娩产"),
        new("3", "剖宫产"),
        new("4", "难产"),
        new("5", "流产"),
        new("6", "引产"),
        new("7", "产前检查"),
        new("9", "其他"),
    ]);
}
