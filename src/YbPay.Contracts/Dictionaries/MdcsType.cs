namespace YbPay.Contracts.Dictionaries;

/// <summary>How a person is insured, as the huimin platform codes it.</summary>
public static class MdcsType
{
    public const string Employee = "310";
    public const string Resident = "390";
    public const string Unknown = "999";

    public static CodeTable Table { get; } = new("mdcs_type", "参保类型",
    [
        new(Employee, "职工基本医疗保险"),
        new("380", "新型农村合作医疗"),
        new(Resident, "城乡居民基本医疗保险"),
        new("391", "城镇居民基本医疗保险"),
        new("392", "公务员"),
        new(Unknown, "其他医疗保险"),
    ]);
}
