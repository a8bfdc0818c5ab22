using System.Text.Json;
using YbPay.Contracts.Tables;

namespace YbPay.Contracts.MobilePay;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>From the centre to the hospital: the order is settled, amounts in yuan. Spec: table 20; ruling C8.</summary>
[Contract("mobile", "6302", "request", "data", "医保结算结果通知")]
public sealed record SettlementNoticeRequest : Contract
{
    [Text(40, "支付订单号")]                                       public required string       PayOrdId   { get; init; }
    [Code(40, "callType", "回调类型")]                             public required string       CallType   { get; init; }
    [Text(40, "医院订单号")]                                       public required string       MedOrgOrd  { get; init; }
    [Text(40, "交易时间")]                                         public required string       TraceTime  { get; init; }
    [Money(12, "费用总金额")]                                      public required decimal      FeeSumamt  { get; init; }
    [Money(12, "个人现金自付")]                                    public required decimal      OwnpayAmt  { get; init; }
    [Money(12, "个人账户支付")]                                    public required decimal      PsnAcctPay { get; init; }
    [Money(12, "其中基金支付")]                                    public required decimal      FundPay    { get; init; }
    [Text(6, "医保收费时间")]                                      public required string       HiChrgTime { get; init; }
    [Text(40, "医保交易流水号")]                                   public required string       HiDocSn    { get; init; }
    [Text(40, "医保挂号流水号")]                                   public required string       HiRgstSn   { get; init; }
    [Text(40, "机构名称")]                                         public required string       OrgName    { get; init; }
    [Text(200, "电子凭证码值"), Masked]                            public          string?      EcCode     { get; init; }
    [Code(40, "setlType", "结算类型")]                             public required string       SetlType   { get; init; }
    [Text(40, "用于院内结算失败对医保的冲正授权"), Masked]         public required string       RevsToken  { get; init; }
    [Group("医保扩展数据", Content = typeof(SettlementExtension))] public          JsonElement? ExtData    { get; init; }
    [Text(40, "两定机构编号")]                                     public required string       OrgCodg    { get; init; }
    [Money(16, "住院押金", Type = "数据型")]                       public          decimal?     Deposit    { get; init; }
}

/// <summary>The hospital's answer; anything but success is asked again. Spec: table 277.</summary>
[Contract("mobile", "6302", "response", "data", "医保结算结果通知")]
public sealed record SettlementNoticeReply : Contract
{
    [Flag("回调通知结果")]   public required bool   Success { get; init; }
    [Text(1000, "结果说明")] public required string Message { get; init; }
}
