using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Huimin;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Asks where the case of a visit has got to. Document 清远医保惠民平台 2.74, 查询案件状态接口.</summary>
[Contract("huimin", "HOS00029", "request", "", "查询案件状态（申报/救助费用申请）")]
public sealed record QueryCaseRequest : Contract
{
    [Text(128, "就诊流水号（医疗机构系统中的唯一就诊流水号）")] public required string TreatmentSerialNo { get; init; }
    [Text(18, "身份证"), Masked]                                public required string IdNo              { get; init; }
    [Text(8, 40, "医院编号（由银联分配）")]                     public required string HospitalId        { get; init; }
}

/// <summary>Where the case is; claimNode 0 says that there is none, and then no insurer is named. Document 清远医保惠民平台 2.74, 查询案件状态接口.</summary>
[Contract("huimin", "HOS00029", "response", "", "查询案件状态（申报/救助费用申请）")]
public sealed record QueryCaseReply : Contract
{
    [Text(128, "就诊流水号（医疗机构系统中的唯一就诊流水号）")]                                                  public required string  TreatmentSerialNo { get; init; }
    [Code(2, "claimNode", "保险环节", Type = "String")]                                                          public required string  ClaimNode         { get; init; }
    [Text(8, "保险公司id", Required = "M"), RequiredUnless(nameof(ClaimNode), "0")]                              public          string? InsuranceId       { get; init; }
    [Text(64, "保险公司名称", Length = "8", Required = "M"), RequiredUnless(nameof(ClaimNode), "0")]             public          string? InsuranceName     { get; init; }
    [Code(1, "claimType", "理赔类型（1-直赔、2-快赔）", Required = "M"), RequiredUnless(nameof(ClaimNode), "0")] public          string? ClaimType         { get; init; }
}
