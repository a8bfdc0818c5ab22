namespace YbPay.Contracts.Dictionaries;

/// <summary>What a benefit check looks at.</summary>
public static class TrtChkType
{
    public static CodeTable Table { get; } = new("trt_chk_type", "待遇检查类型",
    [
        new("1", "基金项检查"),
        new("99", "其他检查"),
    ]);
}
