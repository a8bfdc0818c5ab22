namespace YbPay.Contracts.Dictionaries;

/// <summary>What the patient showed; mdtrt_cert_no is then the ecToken, the identity number or the card number.</summary>
public static class MdtrtCertType
{
    public const string None = "00";
    public const string ElectronicCredential = "01";
    public const string IdentityCard = "02";
    public const string SocialSecurityCard = "03";

    public static CodeTable Table { get; } = new("mdtrt_cert_type", "就诊凭证类型",
    [
        new(None, "无就诊介质") { Note = "printed in 6201; not in the national table" },
        new(ElectronicCredential, "医保电子凭证"),
        new(IdentityCard, "居民身份证"),
        new(SocialSecurityCard, "社会保障卡"),
        new("04", "其他") { Unverified = true, Note = "local: Hong Kong and Macao cards" },
    ]);
}
