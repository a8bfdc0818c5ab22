namespace YbPay.Contracts.Dictionaries;

/// <summary>The person category; two digits name the family, four the member.</summary>
public static class PsnType
{
    public const string Employed = "1101";
    public const string CivilServant = "1102";
    public const string Retired = "1201";
    public const string Resident = "1501";

    public static CodeTable Table { get; } = new("psn_type", "人员类别",
    [
        new("11", "在职"),
        new(Employed, "职工在职"),
        new(CivilServant, "公务员在职"),
        new("1103", "灵活就业在职"),
        new("1160", "在职地方扩展"),
        new("12", "退休"),
        new(Retired, "职工退休"),
        new("1202", "公务员退休"),
        new("1203", "灵活就业退休"),
        new("1204", "提前退休"),
        new("1260", "退休地方扩展"),
        new("13", "离休"),
        new("1300", "离休人员"),
        new("1360", "离休地方扩展"),
        new("14", "居民未成年"),
        new("1401", "新生儿"),
        new("1402", "学龄前儿童"),
        new("1403", "中小学生"),
        new("1404", "大学生"),
        new("1405", "未成年未入学"),
        new("1460", "居民未成年地方扩展"),
        new("15", "居民成年"),
        new(Resident, "普通居民"),
        new("1560", "居民成年地方扩展"),
        new("16", "居民老年"),
    ]);
}
