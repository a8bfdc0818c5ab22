namespace YbPay.Contracts.Dictionaries;

/// <summary>The yes-or-no texts of a case's documents.</summary>
public static class CaseFlags
{
    public static CodeTable DrugAllergyFlag { get; } = new("drugAllergyFlag", "是否药物过敏",
    [
        new("0", "否"),
        new("1", "是"),
    ]);

    public static CodeTable PriceLimitFlag { get; } = new("priceLimitFlag", "单价限额标识",
    [
        new("0", "不限价"),
        new("1", "限价"),
    ]);

    public static CodeTable QuantityLimitFlag { get; } = new("quantityLimitFlag", "数量限制标识",
    [
        new("0", "不限"),
        new("1", "限制"),
    ]);
}
