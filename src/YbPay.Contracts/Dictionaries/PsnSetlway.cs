namespace YbPay.Contracts.Dictionaries;

/// <summary>How the person's bill is settled.</summary>
public static class PsnSetlway
{
    public const string ByItem = "01";
    public const string FixedSum = "02";

    public static CodeTable Table { get; } = new("psn_setlway", "个人结算方式",
    [
        new(ByItem, "按项目结算"),
        new(FixedSum, "按定额结算"),
    ]);
}
