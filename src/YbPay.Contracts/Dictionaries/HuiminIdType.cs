namespace YbPay.Contracts.Dictionaries;

/// <summary>The kind of identity document of the huimin platform, whose codes 02 to 06 mean something else than the national ones.</summary>
public static class HuiminIdType
{
    public const string IdentityCard = "01";

    public static CodeTable Table { get; } = new("idType", "证件类型（惠民平台）",
    [
        new(IdentityCard, "居民身份证"),
        new("02", "港澳居民身份证"),
        new("03", "台湾居民身份证"),
        new("04", "护照"),
        new("05", "士官证"),
        new("06", "出生证"),
        new("99", "其它"),
    ]);
}
