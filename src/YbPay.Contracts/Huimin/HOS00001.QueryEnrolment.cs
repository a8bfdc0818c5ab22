using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Huimin;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Asks whether a patient is enrolled for credit payment. Document 清远医保惠民平台 2.74, 签约查询.</summary>
[Contract("huimin", "HOS00001", "request", "", "签约查询")]
public sealed record QueryEnrolmentRequest : Contract
{
    [Text(32, "证件号码"), Masked]          public required string  IdNo              { get; init; }
    [Code(2, "idType", "证件类型")]         public required string  IdType            { get; init; }
    [Text(64, "用户姓名"), Masked]          public required string  UserName          { get; init; }
    [Text(8, 40, "医院编号（由银联分配）")] public required string  HospitalId        { get; init; }
    [Text(6, "接入城市编号")]               public required string  CityCode          { get; init; }
    [Text(32, "就诊流水号")]                public required string  TreatmentSerialNo { get; init; }
    [Text(11, "手机号码"), Masked]          public          string? Mobile            { get; init; }
}

/// <summary>signStatus 1 brings the enrolment token, 0 the address at which to enrol. Document 清远医保惠民平台 2.74, 签约查询.</summary>
[Contract("huimin", "HOS00001", "response", "", "签约查询")]
public sealed record QueryEnrolmentReply : Contract
{
    [Code(1, "signStatus", "签约状态（0-未签约，1-已签约，9-签约关系冻结）")]                                                public required string  SignStatus { get; init; }
    [Text(64, "签约token，已签约存在，支付使用"), Masked, RequiredWhen(nameof(SignStatus), "1")]                             public          string? SignToken  { get; init; }
    [Stamp("签约时间，已签约存在YYYYMMDDHHmmss", Form = "yyyyMMddHHmmss"), RequiredWhen(nameof(SignStatus), "1")]            public          string? SignDate   { get; init; }
    [Code(2, "creditPay", "是否使用医闪付支付，已签约时存在（01-使用，02-不使用。）", Type = "String"), RequiredWhen(nameof(SignStatus), "1")] public          string? CreditPay  { get; init; }
    [Text(1024, "签约地址（未签约时存在）"), Masked, RequiredWhen(nameof(SignStatus), "0")]                                  public          string? ForwardUrl { get; init; }
    [Code(3, "mdcs_type", "参保类型(999-为未知参保类型)")]                                                                   public          string? Insutype   { get; init; }
}
