using YbPay.Contracts.Tables;

namespace YbPay.Contracts.MobilePay;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>The printed part of extData once an account was really debited. Spec: tables 278, 280.</summary>
[Contract("mobile", "6301", "response", "extData", "医保订单结算结果查询")]
[Contract("mobile", "6302", "request", "extData", "医保结算结果通知")]
public sealed record SettlementExtension : Contract
{
    [Text(40, "实账支付流水号")] public          string? PsnPaySn { get; init; }
}
