namespace YbPay.Contracts.Dictionaries;

/// <summary>What a fee line pays for.</summary>
public static class MedChrgitmType
{
    public const string Consultation = "02";
    public const string Examination = "03";
    public const string Laboratory = "04";
    public const string Treatment = "05";
    public const string Operation = "06";
    public const string Material = "08";
    public const string WesternMedicine = "09";
    public const string ChineseHerbs = "10";
    public const string ChinesePatentMedicine = "11";
    public const string Other = "14";

    public static CodeTable Table { get; } = new("med_chrgitm_type", "医疗收费项目类别",
    [
        new("01", "床位费"),
        new(Consultation, "诊察费"),
        new(Examination, "检查费"),
        new(Laboratory, "化验费"),
        new(Treatment, "治疗费"),
        new(Operation, "手术费"),
        new("07", "护理费"),
        new(Material, "卫生材料费"),
        new(WesternMedicine, "西药费"),
        new(ChineseHerbs, "中药饮片费"),
        new(ChinesePatentMedicine, "中成药费"),
        new("12", "一般诊疗费"),
        new("13", "挂号费"),
        new(Other, "其他费"),
    ]);
}
