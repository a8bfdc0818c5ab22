using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Huimin;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Tells the hospital where the case of a visit has got to. Document 清远医保惠民平台 2.74, 申报/救助费用申请结果通知接口.</summary>
[Contract("huimin", "HIS00004", "request", "", "申报/救助费用申请结果通知")]
public sealed record ClaimNoticeRequest : Contract
{
    [Text(128, "就诊流水号（医疗机构系统中的唯一就诊流水号）")] public required string TreatmentSerialNo { get; init; }
    [Text(18, "身份证"), Masked]                                public required string IdNo              { get; init; }
    [Text(8, 40, "医院编号（由银联分配）")]                     public required string HospitalId        { get; init; }
    [Code(2, "claimNode", "保险环节", Type = "String")]         public required string ClaimNode         { get; init; }
    [Text(8, "保险公司id")]                                     public required string InsuranceId       { get; init; }
    [Text(64, "保险公司名称", Length = "8")]                    public required string InsuranceName     { get; init; }
    [Code(1, "claimType", "理赔类型（1-直赔、2-快赔）")]        public required string ClaimType         { get; init; }
}

/// <summary>The hospital's receipt. Document 清远医保惠民平台 2.74, 申报/救助费用申请结果通知接口.</summary>
[Contract("huimin", "HIS00004", "response", "", "申报/救助费用申请结果通知")]
public sealed record ClaimNoticeReply : Contract
{
    [Text(128, "就诊流水号（医疗机构系统中的唯一就诊流水号）")] public required string TreatmentSerialNo { get; init; }
}
