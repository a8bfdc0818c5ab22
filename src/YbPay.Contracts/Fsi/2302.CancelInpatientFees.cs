using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Fsi;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Takes back lines of a stay that are not settled. The reply has no output.</summary>
[Contract("fsi", "2302", "request", "input", "住院费用明细撤销")]
public sealed record CancelInpatientFeesRequest : Contract
{
    [List("撤销信息")] public required CancelInpatientFeesData[] Data { get; init; }
}

/// <summary>feedetl_sn 0000 takes back every unsettled line of the stay.</summary>
[Contract("fsi", "2302", "request", "data", "住院费用明细撤销")]
public sealed record CancelInpatientFeesData : Contract
{
    [Text(30, "费用明细流水号")]   public required string  FeedetlSn  { get; init; }
    [Text(30, "就诊ID")]           public required string  MdtrtId    { get; init; }
    [Text(30, "人员编号"), Masked] public required string  PsnNo      { get; init; }
    [Text(4000, "字段扩展")]       public          string? ExpContent { get; init; }
}
