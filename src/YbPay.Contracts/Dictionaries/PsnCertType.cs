namespace YbPay.Contracts.Dictionaries;

/// <summary>The kind of identity document. The patient record's patn_cert_type is a different table.</summary>
public static class PsnCertType
{
    public const string IdentityCard = "01";
    public const string TaiwanPermit = "06";
    public const string ForeignPassport = "08";
    public const string SocialSecurityCard = "90";
    public const string Other = "99";
    public const string BirthCertificate = "990201";

    public static CodeTable Table { get; } = new("psn_cert_type", "人员证件类型",
    [
        new(IdentityCard, "居民身份证（户口簿）"),
        new("02", "中国人民解放军军官证"),
        new("03", "中国人民武装警察警官证"),
        new("04", "香港特区护照/港澳居民来往内地通行证"),
        new("05", "澳门特区护照/港澳居民来往内地通行证") { Note = "one source: 港澳台居民居住证" },
        new(TaiwanPermit, "台湾居民来往大陆通行证"),
        new("07", "外国人永久居留证"),
        new(ForeignPassport, "外国人护照"),
        new("09", "残疾人证"),
        new("10", "军烈属证明"),
        new("11", "外国人就业证"),
        new("12", "外国专家证"),
        new("13", "外国人常驻记者证"),
        new("14", "台港澳人员就业证"),
        new("15", "回国（来华）定居专家证"),
        new("16", "中国护照"),
        new("17", "港澳台居民居住证"),
        new(SocialSecurityCard, "社会保障卡"),
        new(Other, "其他身份证件"),
        new(BirthCertificate, "医学出生证明"),
    ]);
}
