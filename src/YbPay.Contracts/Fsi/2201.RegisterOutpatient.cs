using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Fsi;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Opens an outpatient visit.</summary>
[Contract("fsi", "2201", "request", "input", "门诊挂号")]
public sealed record RegisterOutpatientRequest : Contract
{
    [Group("挂号信息")] public required RegisterOutpatientData Data { get; init; }
}

/// <summary>Who comes, when, to whom.</summary>
[Contract("fsi", "2201", "request", "data", "门诊挂号")]
public sealed record RegisterOutpatientData : Contract
{
    [Text(30, "人员编号"), Masked]               public required string  PsnNo         { get; init; }
    [Code(6, "insutype", "险种类型")]            public required string  Insutype      { get; init; }
    [Stamp("开始时间")]                          public required string  Begntime      { get; init; }
    [Code(3, "mdtrt_cert_type", "就诊凭证类型")] public required string  MdtrtCertType { get; init; }
    [Text(50, "就诊凭证编号"), Masked]           public required string  MdtrtCertNo   { get; init; }
    [Text(30, "住院/门诊号")]                    public required string  IptOtpNo      { get; init; }
    [Text(30, "医师编码")]                       public required string  AtddrNo       { get; init; }
    [Text(50, "医师姓名")]                       public required string  DrName        { get; init; }
    [Text(30, "科室编码")]                       public required string  DeptCode      { get; init; }
    [Text(100, "科室名称")]                      public required string  DeptName      { get; init; }
    [Text(6, "科别")]                            public required string  Caty          { get; init; }
    [Text(4000, "字段扩展")]                     public          string? ExpContent    { get; init; }
}

/// <summary>The visit.</summary>
[Contract("fsi", "2201", "response", "output", "门诊挂号")]
public sealed record RegisterOutpatientReply : Contract
{
    [Group("就诊信息")] public required RegisteredVisit Data { get; init; }
}

/// <summary>mdtrt_id names the visit in all that follows.</summary>
[Contract("fsi", "2201", "response", "data", "门诊挂号")]
public sealed record RegisteredVisit : Contract
{
    [Text(30, "就诊ID")]           public required string  MdtrtId    { get; init; }
    [Text(30, "人员编号"), Masked] public required string  PsnNo      { get; init; }
    [Text(30, "住院/门诊号")]      public required string  IptOtpNo   { get; init; }
    [Text(4000, "字段扩展")]       public          string? ExpContent { get; init; }
}
