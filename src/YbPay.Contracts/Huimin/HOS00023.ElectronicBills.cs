using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Huimin;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>The electronic bills of a case. Answered without encData. Document 清远医保惠民平台 2.74, 电子票据.</summary>
[Contract("huimin", "HOS00023", "request", "", "电子票据")]
public sealed record ElectronicBillsRequest : Contract
{
    [Text(128, "就诊流水号（医疗机构系统中的唯一就诊流水号）")]                                      public required string           TreatmentSerialNo  { get; init; }
    [Code(2, "settleFlag", "就医结算完成标记（Y/N 确定票据上传完毕，不会再产生新的票据时，传入Y）")] public          string?          SettleFlag         { get; init; }
    [Date("就医结算完成日期YYYY-MM-dd")]                                                             public          string?          SettleDate         { get; init; }
    [Code(1, "mdtrtType", "就诊类型（1门诊2住院）", Type = "String")]                                public required string           MdtrtType          { get; init; }
    [Text(30, "证件号码", Type = "String"), Masked]                                                  public required string           Certno             { get; init; }
    [Text(50, "人员姓名", Type = "String"), Masked]                                                  public required string           PsnName            { get; init; }
    [Code(2, "gend", "性别", Type = "String")]                                                       public          string?          Gend               { get; init; }
    [Code(30, "insutype", "险种类型", Type = "String")]                                              public          string?          Insutype           { get; init; }
    [Text(30, "医保编号", Type = "String"), Masked]                                                  public          string?          HiNo               { get; init; }
    [Text(30, "定点医药机构编号", Type = "String")]                                                  public required string           FixmedinsCode      { get; init; }
    [Text(200, "定点医药机构名称", Type = "String")]                                                 public required string           FixmedinsName      { get; init; }
    [Text(10, "医院等级", Type = "String")]                                                          public required string           HospitalLevel      { get; init; }
    [Code(1, "isInsuranceCovered", "是否医保医院（1-是、2不是）", Type = "String")]                  public required string           IsInsuranceCovered { get; init; }
    [Text(10, "医疗机构类型", Type = "String")]                                                      public required string           HospitalType       { get; init; }
    [Text(6, "定点归属医保区划", Type = "String")]                                                   public          string?          FixBlngAdmdvs      { get; init; }
    [Code(6, "med_type", "医疗类别", Type = "String")]                                               public          string?          MedType            { get; init; }
    [List("票据list数据", Type = "Json", Length = "1024")]                                           public required ElectronicBill[] BillList           { get; init; }
}

/// <summary>One electronic bill; amounts are texts in fen with up to two decimals, as printed. With rcptType D it is taken back, and its number alone is needed. Document 清远医保惠民平台 2.74, billList.</summary>
[Contract("huimin", "HOS00023", "request", "billList", "电子票据")]
public sealed record ElectronicBill : Contract
{
    [Text(128, "费用记录对应医院系统中的支付Id，唯一值", Required = "M"), RequiredUnless(nameof(RcptType), "D")]             public          string? PayId               { get; init; }
    [Text(50, "电子结算凭证代码", Type = "String", Required = "M"), RequiredUnless(nameof(RcptType), "D")]                   public          string? ElecSetlCertCode    { get; init; }
    [Text(50, "电子结算凭证号码", Type = "String")]                                                                          public required string  ElecSetlCertNo      { get; init; }
    [Text(20, "电子结算凭证校验码", Type = "String", Required = "M"), RequiredUnless(nameof(RcptType), "D")]                 public          string? ElecSetlCertChkcode { get; init; }
    [Code(1, "elecSetlCertType", "电子结算凭证类型（1财政电子票据2税务电子发票）", Type = "String")]                         public          string? ElecSetlCertType    { get; init; }
    [Code(1, "certSetlType", "凭证结算类型（1实时结算2全自费）", Type = "String")]                                           public          string? CertSetlType        { get; init; }
    [Code(1, "rcptType", "票据上传类型（D 删除  删除时，只需传入票据号）", Type = "String")]                                 public          string? RcptType            { get; init; }
    [Code(1, "rcptDcType", "票据录入方式（M 汇总录入  D明细录入 S 汇总扩展型）", Type = "String", Required = "M"), RequiredUnless(nameof(RcptType), "D")] public          string? RcptDcType          { get; init; }
    [Code(1, "elecSetlCertFlag", "电子结算凭证标识（0正常票1冲红票）", Type = "String")]                                     public          string? ElecSetlCertFlag    { get; init; }
    [Text(50, "原电子结算凭证代码（冲红票必填）", Type = "String"), RequiredWhen(nameof(ElecSetlCertFlag), "1")]             public          string? RelElecSetlCertCode { get; init; }
    [Text(50, "原电子结算凭证号码（冲红票必填）", Type = "String"), RequiredWhen(nameof(ElecSetlCertFlag), "1")]             public          string? RelElecSetlCertNo   { get; init; }
    [Text(6, "监管机构代码、票据监管机构区划代码", Type = "String")]                                                         public          string? SupninsCode         { get; init; }
    [Text(50, "开票人", Type = "String")]                                                                                    public          string? Biller              { get; init; }
    [Text(50, "复核人", Type = "String")]                                                                                    public          string? Rechker             { get; init; }
    [Numeral(12, 2, "开票金额", Type = "String", Required = "M"), RequiredUnless(nameof(RcptType), "D")]                     public          string? BillAmt             { get; init; }
    [Date("开票日期（yyyy-MM-dd）", Type = "String", Length = "-", Required = "M"), RequiredUnless(nameof(RcptType), "D")]   public          string? BillDate            { get; init; }
    [Stamp("开票时间（yyyy-MM-dd HH:mm:ss）", Type = "String", Length = "-")]                                                public          string? BillTime            { get; init; }
    [Numeral(12, 2, "医疗总费用（单位分）", Type = "String", Required = "M"), RequiredUnless(nameof(RcptType), "D")]         public          string? MedSumfee           { get; init; }
    [Numeral(12, 2, "医保统筹基金支付（单位分）", Type = "String", Required = "M"), RequiredUnless(nameof(RcptType), "D")]   public          string? HifpPay             { get; init; }
    [Numeral(12, 2, "其他支付（单位分）", Type = "String")]                                                                  public          string? OthPay              { get; init; }
    [Numeral(12, 2, "个人账户支付", Type = "String", Required = "M"), RequiredUnless(nameof(RcptType), "D")]                 public          string? PsnAcctPay          { get; init; }
    [Numeral(12, 2, "个人现金支付（单位分）", Type = "String", Required = "M"), RequiredUnless(nameof(RcptType), "D")]       public          string? PsnCashpay          { get; init; }
    [Numeral(12, 2, "个人自付（单位分）", Type = "String")]                                                                  public          string? PsnSelfpay          { get; init; }
    [Numeral(12, 2, "个人自费（单位分）", Type = "String")]                                                                  public          string? PsnOwnpay           { get; init; }
    [Stamp("开始时间yyyy-MM-dd HH:mm:ss", Type = "String", Length = "-", Required = "M"), RequiredUnless(nameof(RcptType), "D")] public          string? Begntime            { get; init; }
    [Stamp("结束时间yyyy-MM-dd HH:mm:ss", Type = "String", Length = "-", Required = "M"), RequiredUnless(nameof(RcptType), "D")] public          string? Endtime             { get; init; }
    [Stamp("费用发生时间（yyyy-MM-dd HH:mm:ss）", Type = "String", Length = "-")]                                            public          string? FeeOcurTime         { get; init; }
    [Numeral(12, 4, "数量", Type = "String")]                                                                                public          string? Cnt                 { get; init; }
    [Numeral(12, 6, "单价", Type = "String")]                                                                                public          string? Pric                { get; init; }
    [Numeral(12, 2, "明细项目费用总额", Type = "String", Required = "M"), RequiredUnless(nameof(RcptType), "D")]             public          string? DetItemFeeSumamt    { get; init; }
    [Text(50, "医疗目录编码", Type = "String", Required = "M"), RequiredUnless(nameof(RcptType), "D")]                       public          string? MedListCodg         { get; init; }
    [Text(50, "项目名称", Type = "String", Required = "M"), RequiredUnless(nameof(RcptType), "D")]                           public          string? MedicalProject      { get; init; }
    [Text(200, "规格", Type = "String")]                                                                                     public          string? Spec                { get; init; }
}
