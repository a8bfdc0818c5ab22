using YbPay.Contracts.Tables;

namespace YbPay.Contracts.MobilePay;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Who receives the personal account's money at the card network: the printed part of expContent, and of 6204's extData. Spec: tables 4, 9, 11, 14, 16, 19, 22.</summary>
[Contract("mobile", "6201", "request", "expContent", "费用明细上传")]
[Contract("mobile", "6202", "request", "expContent", "支付下单")]
[Contract("mobile", "6203", "request", "expContent", "医保退费")]
[Contract("mobile", "6204", "request", "extData", "医保订单信息同步")]
[Contract("mobile", "6205", "request", "expContent", "银行卡支付下单")]
[Contract("mobile", "6301", "request", "expContent", "医保订单结算结果查询")]
[Contract("mobile", "6401", "request", "expContent", "费用明细上传撤销")]
public sealed record MerchantContent : Contract
{
    [Text(20, "医保个账商户号")]      public required string MerchantNo { get; init; }
    [Text(8, "终端号")]               public required string TerminalNo { get; init; }
    [Text(20, "服务商号（渠道 ID）")] public required string IsvNo      { get; init; }
}
