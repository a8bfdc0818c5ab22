using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Fsi;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Takes back fee lines that are not settled. The reply has no output.</summary>
[Contract("fsi", "2205", "request", "input", "门诊费用明细信息撤销")]
public sealed record CancelOutpatientFeesRequest : Contract
{
    [Group("撤销信息")] public required CancelOutpatientFeesData Data { get; init; }
}

/// <summary>chrg_bchno 0000 takes back every unsettled line of the visit.</summary>
[Contract("fsi", "2205", "request", "data", "门诊费用明细信息撤销")]
public sealed record CancelOutpatientFeesData : Contract
{
    [Text(30, "就诊ID")]           public required string  MdtrtId    { get; init; }
    [Text(30, "收费批次号")]       public required string  ChrgBchno  { get; init; }
    [Text(30, "人员编号"), Masked] public required string  PsnNo      { get; init; }
    [Text(4000, "字段扩展")]       public          string? ExpContent { get; init; }
}
