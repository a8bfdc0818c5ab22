namespace YbPay.Contracts.Dictionaries;

/// <summary>The medical category: a national base, and what provinces add. The same local code means different things (9903), so ask with the region.</summary>
public static class MedType
{
    public const string Outpatient = "11";
    public const string Registration = "12";
    public const string Emergency = "13";
    public const string ChronicDisease = "14";
    public const string Inpatient = "21";
    public const string Pharmacy = "41";
    public const string MaternityOutpatient = "51";
    public const string MaternityInpatient = "52";

    public static CodeTable Table { get; } = new("med_type", "医疗类别",
    [
        new(Outpatient, "普通门诊"),
        new(Registration, "门诊挂号"),
        new(Emergency, "急诊"),
        new(ChronicDisease, "门诊慢特病"),
        new("15", "特药"),
        new("19", "意外伤害门诊"),
        new(Inpatient, "普通住院"),
        new("22", "外伤住院"),
        new("23", "转外诊治住院"),
        new("24", "急诊转住院"),
        new("26", "单病种住院"),
        new(Pharmacy, "定点药店购药"),
        new(MaternityOutpatient, "生育门诊"),
        new(MaternityInpatient, "生育住院"),
        new("53", "计划生育手术费"),
        new("28", "日间手术") { Unverified = true },
        new("1301", "急诊") { Unverified = true },
        new("140101", "门诊大病") { Unverified = true },
        new("9929", "药店慢特病药") { Unverified = true },
        new("91", "其他门诊") { Region = Regions.Qingyuan },
        new("92", "其他住院") { Region = Regions.Qingyuan },
        new("93", "其他购药") { Region = Regions.Qingyuan },
        new("99", "地方扩展医疗类别") { Region = Regions.Qingyuan },
        new("16", "中医特色门诊") { Region = Regions.Jilin },
        new("25", "异地住院") { Region = Regions.Jilin },
        new("27", "自主就医") { Region = Regions.Jilin },
        new("28", "日间手术") { Region = Regions.Jilin },
        new("29", "起付线治疗") { Region = Regions.Jilin },
        new("61", "照护保险") { Region = Regions.Jilin },
        new("81", "意外伤害门诊") { Region = Regions.Jilin },
        new("2114", "舒缓疗护住院") { Region = Regions.Jilin },
        new("3101", "低自付住院") { Region = Regions.Jilin },
        new("3102", "低自付门诊") { Region = Regions.Jilin },
        new("5212", "生育新生儿费用") { Region = Regions.Jilin },
        new("9107", "体检") { Region = Regions.Jilin },
        new("140104", "门诊慢病") { Region = Regions.Jilin },
        new("140201", "门诊特病") { Region = Regions.Jilin },
        new("990404", "门诊特检特治") { Region = Regions.Jilin },
        new("9901", "重大疾病门诊") { Region = Regions.Chongqing },
        new("9902", "重大疾病住院") { Region = Regions.Chongqing },
        new("9903", "儿童两病门诊") { Region = Regions.Chongqing },
        new("9904", "儿童两病住院") { Region = Regions.Chongqing },
        new("9906", "耐多药结核门诊") { Region = Regions.Chongqing },
        new("9907", "耐多药结核住院") { Region = Regions.Chongqing },
        new("9921", "新生儿随母住院") { Region = Regions.Chongqing },
        new("9925", "转入住院") { Region = Regions.Chongqing },
        new("15", "门诊统筹") { Region = Regions.Hunan },
        new("16", "门诊特殊病") { Region = Regions.Hunan },
        new("2101", "普通住院") { Region = Regions.Hunan },
        new("2102", "单病种住院") { Region = Regions.Hunan },
        new("2106", "生育平产") { Region = Regions.Hunan },
        new("2107", "生育剖宫产") { Region = Regions.Hunan },
        new("9901", "门诊两病") { Region = Regions.Hunan },
        new("9902", "院前急救") { Region = Regions.Hunan },
        new("9903", "意外伤害门诊") { Region = Regions.Hunan },
        new("9904", "大病特药") { Region = Regions.Hunan },
        new("9912", "重流疾病") { Region = Regions.Hunan },
        new("9913", "市外继续治疗") { Region = Regions.Hunan },
        new("9914", "门诊抢救") { Region = Regions.Hunan },
        new("9917", "重流门诊") { Region = Regions.Hunan },
        new("9918", "公务员体检") { Region = Regions.Hunan },
        new("9920", "大学生外伤门诊") { Region = Regions.Hunan },
        new("9921", "终止妊娠门诊") { Region = Regions.Hunan },
        new("9931", "终止妊娠住院") { Region = Regions.Hunan },
    ]);
}
