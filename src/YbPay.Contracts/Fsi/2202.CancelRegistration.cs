using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Fsi;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Closes a visit that has no fees. The reply has no output.</summary>
[Contract("fsi", "2202", "request", "input", "门诊挂号撤销")]
public sealed record CancelRegistrationRequest : Contract
{
    [Group("撤销信息")] public required CancelRegistrationData Data { get; init; }
}

/// <summary>The visit to close.</summary>
[Contract("fsi", "2202", "request", "data", "门诊挂号撤销")]
public sealed record CancelRegistrationData : Contract
{
    [Text(30, "人员编号"), Masked] public required string PsnNo    { get; init; }
    [Text(30, "就诊ID")]           public required string MdtrtId  { get; init; }
    [Text(30, "住院/门诊号")]      public required string IptOtpNo { get; init; }
}
