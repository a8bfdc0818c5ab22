using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Fsi;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Cancels a whole settlement.</summary>
[Contract("fsi", "2208", "request", "input", "门诊结算撤销")]
public sealed record CancelOutpatientSettlementRequest : Contract
{
    [Group("撤销信息")] public required CancelOutpatientSettlementData Data { get; init; }
}

/// <summary>Names the settlement by its setl_id, visit and insured person together.</summary>
[Contract("fsi", "2208", "request", "data", "门诊结算撤销")]
public sealed record CancelOutpatientSettlementData : Contract
{
    [Text(30, "结算ID")]           public required string  SetlId     { get; init; }
    [Text(30, "就诊ID")]           public required string  MdtrtId    { get; init; }
    [Text(30, "人员编号"), Masked] public required string  PsnNo      { get; init; }
    [Text(4000, "字段扩展")]       public          string? ExpContent { get; init; }
}

/// <summary>The counter-settlement; its amounts are negative.</summary>
[Contract("fsi", "2208", "response", "output", "门诊结算撤销")]
public sealed record CancelOutpatientSettlementReply : Contract
{
    [Group("结算撤销信息")]    public required CancelledSettlement Setlinfo   { get; init; }
    [List("结算基金分项信息")] public          SettlementDetail[]  Setldetail { get => field ?? []; init; }
}
