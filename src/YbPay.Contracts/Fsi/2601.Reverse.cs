using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Fsi;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Undoes a transaction whose outcome is unknown, by the msgid it was sent with. The reply has no output.</summary>
[Contract("fsi", "2601", "request", "input", "冲正交易")]
public sealed record ReverseRequest : Contract
{
    [Group("冲正信息")] public required ReverseData Data { get; init; }
}

/// <summary>The transaction to undo.</summary>
[Contract("fsi", "2601", "request", "data", "冲正交易")]
public sealed record ReverseData : Contract
{
    [Text(30, "人员编号"), Masked] public required string PsnNo  { get; init; }
    [Text(30, "原发送方报文ID")]   public required string Omsgid { get; init; }
    [Text(4, "原交易编号")]        public required string Oinfno { get; init; }
}
