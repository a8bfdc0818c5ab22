using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Huimin;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Withdraws the case of a visit. Answered without encData. Document 清远医保惠民平台 2.74, 案件撤销.</summary>
[Contract("huimin", "HOS00026", "request", "", "案件撤销")]
public sealed record WithdrawCaseRequest : Contract
{
    [Text(128, "就诊流水号（医疗机构系统中的唯一就诊流水号）")] public required string TreatmentSerialNo { get; init; }
    [Text(18, "身份证"), Masked]                                public required string IdNo              { get; init; }
}
