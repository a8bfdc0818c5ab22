using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Huimin;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Says whether every document of a case has been sent; status 1 reports the claim. Answered without encData. Document 清远医保惠民平台 2.74, 保险理赔.</summary>
[Contract("huimin", "HOS00027", "request", "", "保险理赔")]
public sealed record ReportClaimRequest : Contract
{
    [Text(128, "就诊流水号（医疗机构系统中的唯一就诊流水号）")]                   public required string TreatmentSerialNo { get; init; }
    [Text(18, "身份证"), Masked]                                                  public required string IdNo              { get; init; }
    [Code(1, "uploadStatus", "接口调用完毕状态（1-已调用完接口、2-未调用完成）")] public required string Status            { get; init; }
}
