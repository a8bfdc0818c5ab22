namespace YbPay.Contracts.Dictionaries;

/// <summary>Which catalogue lists the item.</summary>
public static class ListType
{
    public const string Medicine = "101";
    public const string Herbs = "102";
    public const string Service = "201";
    public const string Material = "301";

    public static CodeTable Table { get; } = new("list_type", "目录类别",
    [
        new(Medicine, "西药中成药"),
        new(Herbs, "中药饮片"),
        new("103", "自制剂"),
        new("104", "民族药"),
        new(Service, "医疗服务项目"),
        new(Material, "医用耗材"),
    ]);
}
