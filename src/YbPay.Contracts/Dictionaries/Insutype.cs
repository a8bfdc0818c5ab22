namespace YbPay.Contracts.Dictionaries;

/// <summary>The insurance kind.</summary>
public static class Insutype
{
    public const string Employee = "310";
    public const string CivilServant = "320";
    public const string LargeExpense = "330";
    public const string Retired = "340";
    public const string Resident = "390";
    public const string ResidentSeriousIllness = "392";
    public const string LongTermCare = "410";
    public const string Maternity = "510";

    public static CodeTable Table { get; } = new("insutype", "险种类型",
    [
        new(Employee, "职工基本医疗保险"),
        new(CivilServant, "公务员医疗补助"),
        new(LargeExpense, "大额医疗费用补助"),
        new(Retired, "离休人员医疗保障"),
        new("350", "一至六级残废军人医疗补助"),
        new("360", "老红军医疗保障"),
        new("370", "企业补充医疗保险"),
        new("380", "新型农村合作医疗"),
        new(Resident, "城乡居民基本医疗保险"),
        new("391", "城镇居民基本医疗保险"),
        new(ResidentSeriousIllness, "城乡居民大病医疗保险"),
        new("399", "其他特殊人员医疗保障"),
        new(LongTermCare, "长期照护保险"),
        new(Maternity, "生育保险"),
    ]);
}
