namespace YbPay.Contracts.Dictionaries;

/// <summary>Which fund bears it. 310200 is the personal account and no part of the fund total.</summary>
public static class FundPayType
{
    public const string EmployeePool = "310100";
    public const string PersonalAccount = "310200";
    public const string CivilServant = "320100";
    public const string LargeExpense = "330100";
    public const string Retired = "340100";
    public const string DisabledServicemen = "350100";
    public const string EnterpriseSupplement = "370100";
    public const string ResidentPool = "390100";
    public const string ResidentSeriousIllness = "390200";
    public const string Maternity = "510100";
    public const string MedicalAid = "610100";
    public const string Other = "910100";

    public static CodeTable Table { get; } = new("fund_pay_type", "基金支付类型",
    [
        new(EmployeePool, "职工基本医疗保险统筹基金"),
        new("310101", "基本医疗保险统筹基金支出"),
        new(PersonalAccount, "职工基本医疗保险个人账户基金"),
        new(CivilServant, "公务员医疗补助基金"),
        new(LargeExpense, "大额医疗费用补助基金"),
        new(Retired, "离休人员医疗保障基金"),
        new(DisabledServicemen, "一至六级残疾军人医疗补助基金"),
        new(EnterpriseSupplement, "企业补充医疗保险基金"),
        new(ResidentPool, "城乡居民基本医疗保险基金"),
        new(ResidentSeriousIllness, "城乡居民大病医疗保险基金"),
        new(Maternity, "生育基金"),
        new(MedicalAid, "医疗救助基金"),
        new("610102", "医疗再救助基金"),
        new("610103", "健康扶贫基金"),
        new("610104", "精准脱贫基金"),
        new(Other, "其他"),
        new("391100", "城乡居民大病医疗保险基金") { Unverified = true, Note = "one sender writes this for 390200" },
        new("360100", "财政基金") { Region = Regions.Jilin },
        new("360300", "保健预支基金") { Region = Regions.Jilin },
        new("390300", "大病补充保险基金") { Region = Regions.Jilin },
        new("390400", "意外伤害基金") { Region = Regions.Jilin },
        new("620100", "照护保险基金") { Region = Regions.Jilin },
        new("640100", "政府兜底基金") { Region = Regions.Jilin },
        new("999900", "医院垫付") { Region = Regions.Jilin },
        new("310103", "职工生育基金") { Region = Regions.Chongqing },
        new("999901", "区级公务员基金") { Region = Regions.Chongqing },
        new("999996", "医院垫付") { Region = Regions.Chongqing },
        new("999997", "其他基金") { Region = Regions.Chongqing },
    ]);
}
