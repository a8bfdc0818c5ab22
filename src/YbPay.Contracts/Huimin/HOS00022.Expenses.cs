using System.Text.Json.Serialization;
using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Huimin;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>The expenses of a case, bill by bill. Answered without encData. Document 清远医保惠民平台 2.74, 费用信息; <see cref="ExpensesRules"/>.</summary>
[Contract("huimin", "HOS00022", "request", "", "费用信息")]
public sealed record ExpensesRequest : Contract
{
    [Text(128, "患者在医疗机构系统中的唯一Id"), Masked]                                                                      public required string        PatientId            { get; init; }
    [Text(128, "当次就诊在医疗机构系统中的唯一流水号")]                                                                      public required string        TreatmentSerialNo    { get; init; }
    [Code(3, "mdcs_type", "医保类型", Type = "String")]                                                                      public required string        MedicalInsuranceType { get; init; }
    [Code(4, "expenMode", "诊疗方式（0020为门诊、0030为急诊、0040为住院）", Type = "String")]                                public required string        ExpenMode            { get; init; }
    [List("费用列表（包含支付信息和明细）", Type = "array[Json]", Length = "-"), JsonConverter(typeof(ExpenseBillsConverter))] public required ExpenseBill[] FeeList              { get; init; }
}

/// <summary>One bill with its lines; amounts are texts in fen. Document 清远医保惠民平台 2.74, feeList; ruling D6.</summary>
[Contract("huimin", "HOS00022", "request", "feeList", "费用信息")]
public sealed record ExpenseBill : Contract
{
    [List("费用明细列表", Type = "array[Json]", Length = "-"), ReadAlso("DetailList")]      public required ExpenseLine[] DetailList             { get; init; }
    [Text(128, "费用记录对应医院系统中的支付Id，唯一值")]                                   public required string        PayId                  { get; init; }
    [Numeral(11, "票据总金额（单位：分）")]                                                 public required string        Total                  { get; init; }
    [Numeral(11, "社保范围内金额（可纳入医保报销的总金额）（单位：分）,若无则填0")]         public required string        SocialInAmnt           { get; init; }
    [Numeral(11, "社保统筹总金额（医保实际报销金额）（单位：分），若无则填0")]              public required string        SocialInsuranceTotal   { get; init; }
    [Numeral(11, "社保补偿金额，（单位：分），若无则填0")]                                  public required string        SocialPayAmnt          { get; init; }
    [Numeral(11, "第三方支付金额（默认：0分），若无则填0", Type = "String")]                public required string        ThirdpartyPayTotal     { get; init; }
    [Numeral(11, "社保起付金额（单位：分）")]                                               public          string?       SocialStartPayLineAmnt { get; init; }
    [Numeral(11, "甲类总金额（单位：分）", Type = "String")]                                public required string        SelfAAmnt              { get; init; }
    [Numeral(11, "乙类总金额（单位：分）（乙类先行支付+超限价自付费用）", Type = "String")] public required string        SelfBAmnt              { get; init; }
    [Numeral(11, "丙类总金额（单位：分）", Type = "String")]                                public required string        SelfCAmnt              { get; init; }
    [Numeral(11, "个人支付总金额（单位：分）", Type = "String")]                            public required string        TotalAmount            { get; init; }
    [Numeral(11, "自费费用总金额（单位：分）", Type = "String")]                            public required string        OutOfPocketTotal       { get; init; }
    [Stamp("消费时间（格式：yyyy-MM-dd HH:mm:ss）", Type = "String", Length = "20")]        public          string?       FeeTime                { get; init; }
}

/// <summary>One line of a bill; amounts are texts in fen, outOfPocketRatio is in per cent. Document 清远医保惠民平台 2.74, detailList.</summary>
[Contract("huimin", "HOS00022", "request", "detailList", "费用信息")]
public sealed record ExpenseLine : Contract
{
    [Text(128, "该明细记录在医疗系统中的唯一标识")]                                                                      public required string  PayId                 { get; init; }
    [Text(64, "药品/诊疗项目编号")]                                                                                      public required string  ItemNo                { get; init; }
    [Text(64, "药品/诊疗项目名称")]                                                                                      public          string? ItemName              { get; init; }
    [Text(64, "商品名称")]                                                                                               public          string? GoodsName             { get; init; }
    [Text(64, "药品规格")]                                                                                               public          string? MedSpec               { get; init; }
    [Text(64, "剂型")]                                                                                                   public          string? DosageForm            { get; init; }
    [Text(64, "费用项目类型（如：消耗品(治疗)）", Length = "2")]                                                         public          string? FeeType               { get; init; }
    [Code(2, "reimbursementCategory", "报销类别", Type = "String")]                                                      public          string? ReimbursementCategory { get; init; }
    [Text(64, "社保医疗目录编码")]                                                                                       public required string  MedicalCatalogCode    { get; init; }
    [Text(64, "社保医疗目录名称")]                                                                                       public required string  MedicalCatalogName    { get; init; }
    [Code(1, "priceLimitFlag", "单价限额标识（0=不限价/1=限价）", Type = "String")]                                      public          string? PriceLimitFlag        { get; init; }
    [Numeral(11, "单价限额（priceLimitFlag=1时必填）", Type = "String"), RequiredWhen(nameof(PriceLimitFlag), "1")]      public          string? PriceLimit            { get; init; }
    [Code(1, "quantityLimitFlag", "数量限制标识（0=不限/1=限制）", Type = "String")]                                     public          string? QuantityLimitFlag     { get; init; }
    [Numeral(3, "数量限额（quantityLimitFlag=1时必填）", Type = "String"), RequiredWhen(nameof(QuantityLimitFlag), "1")] public          string? QuantityLimit         { get; init; }
    [Numeral(11, "单价（单位：分）", Type = "String")]                                                                   public required string  Price                 { get; init; }
    [Numeral(7, 4, "数量", Type = "String", Length = "3")]                                                               public required string  Quantity              { get; init; }
    [Numeral(5, 2, "医保自付费比例（如：90.05表示90.05%）", Type = "String", Length = "5")]                              public required string  OutOfPocketRatio      { get; init; }
    [Numeral(11, "分类总额（单位：分）", Type = "String")]                                                               public required string  Total                 { get; init; }
    [Numeral(11, "诊查费（单位：分）", Type = "String")]                                                                 public required string  DiagnosticFee         { get; init; }
    [Numeral(11, "床位费（单位：分）", Type = "String")]                                                                 public required string  BedFee                { get; init; }
}
