using YbPay.Contracts.Tables;

namespace YbPay.Contracts.MobilePay;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>The scanned credential and who scans it. Spec: mobile pay centre 2.0.1, table 1.</summary>
[Contract("mobile", "6101", "request", "InData", "解析医保电子凭证二维码")]
public sealed record DecodeQrCodeRequest : Contract
{
    [Text(40, "机构 ID")]                     public required string  OrgId        { get; init; }
    [Code(5, "businessType", "用码业务类型")] public required string  BusinessType { get; init; }
    [Text(200, "用码业务信息")]               public          string? BusinessInfo { get; init; }
    [Text(20, "操作员工号")]                  public required string  OperatorId   { get; init; }
    [Text(30, "操作员姓名")]                  public required string  OperatorName { get; init; }
    [Text(20, "医保科室编号")]                public required string  OfficeId     { get; init; }
    [Text(30, "科室名称")]                    public required string  OfficeName   { get; init; }
    [Text(30, "设备类型")]                    public          string? DeviceType   { get; init; }
}

/// <summary>The person behind the credential, with a short-lived ecToken. Spec: table 2.</summary>
[Contract("mobile", "6101", "response", "OutData", "解析医保电子凭证二维码")]
public sealed record DecodeQrCodeReply : Contract
{
    [Text(50, "用户姓名"), Masked]         public required string  UserName    { get; init; }
    [Text(30, "证件号码"), Masked]         public required string  IdNo        { get; init; }
    [Code(3, "psn_cert_type", "证件类型")] public required string  IdType      { get; init; }
    [Text(40, "身份核验令牌"), Masked]     public required string  EcToken     { get; init; }
    [Text(6, "参保地行政区划")]            public required string  InsuOrg     { get; init; }
    [Text(40, "授权流水号"), Masked]       public          string? AuthNo      { get; init; }
    [Text(32, "外部索引号"), Masked]       public          string? EcIndexNo   { get; init; }
    [Text(3, "性别")]                      public          string? Gender      { get; init; }
    [Text(10, "出生日期"), Masked]         public          string? Birthday    { get; init; }
    [Text(40, "国籍")]                     public          string? Nationality { get; init; }
    [Text(40, "电子邮箱"), Masked]         public          string? Email       { get; init; }
}
