namespace YbPay.Contracts.Dictionaries;

/// <summary>The codes of HOS00023, as its remarks print them.</summary>
public static class ElectronicBillCodes
{
    public static CodeTable MdtrtType { get; } = new("mdtrtType", "就诊类型",
    [
        new("1", "门诊"),
        new("2", "住院"),
    ]);

    public static CodeTable SettleFlag { get; } = new("settleFlag", "就医结算完成标记",
    [
        new("Y", "完成"),
        new("N", "未完成"),
    ]);

    public static CodeTable IsInsuranceCovered { get; } = new("isInsuranceCovered", "是否医保医院",
    [
        new("1", "是"),
        new("2", "不是"),
    ]);

    public static CodeTable ElecSetlCertType { get; } = new("elecSetlCertType", "电子结算凭证类型",
    [
        new("1", "财政电子票据"),
        new("2", "税务电子发票"),
    ]);

    public static CodeTable CertSetlType { get; } = new("certSetlType", "凭证结算类型",
    [
        new("1", "实时结算"),
        new("2", "全自费"),
    ]);

    public static CodeTable RcptType { get; } = new("rcptType", "票据上传类型",
    [
        new("D", "删除"),
    ]);

    public static CodeTable RcptDcType { get; } = new("rcptDcType", "票据录入方式",
    [
        new("M", "汇总录入"),
        new("D", "明细录入"),
        new("S", "汇总扩展型"),
    ]);

    public static CodeTable ElecSetlCertFlag { get; } = new("elecSetlCertFlag", "电子结算凭证标识",
    [
        new("0", "正常票"),
        new("1", "冲红票"),
    ]);
}
