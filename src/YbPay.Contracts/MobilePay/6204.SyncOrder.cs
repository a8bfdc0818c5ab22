using System.Text.Json;
using YbPay.Contracts.Tables;

namespace YbPay.Contracts.MobilePay;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>From the centre to the hospital: the order as priced, in yuan. No reply table is printed. Spec: table 13.</summary>
[Contract("mobile", "6204", "request", "data", "医保订单信息同步")]
public sealed record SyncOrderRequest : Contract
{
    [Text(40, "支付订单号")]                               public required string       PayOrdId   { get; init; }
    [Text(40, "医院订单号")]                               public required string       MedOrgOrd  { get; init; }
    [Money(12, "费用总金额")]                              public required decimal      FeeSumamt  { get; init; }
    [Money(12, "现金自付")]                                public required decimal      OwnPayAmt  { get; init; }
    [Money(12, "个人账户支付")]                            public required decimal      PsnAcctPay { get; init; }
    [Money(12, "医保基金支付")]                            public required decimal      FundPay    { get; init; }
    [Money(12, "其他支付金额")]                            public required decimal      OthFeeAmt  { get; init; }
    [Money(16, "住院押金", Type = "数据型")]               public          decimal?     Deposit    { get; init; }
    [Group("扩展数据", Content = typeof(MerchantContent))] public          JsonElement? ExtData    { get; init; }
}
