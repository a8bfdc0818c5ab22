using System.Text.Json;
using YbPay.Contracts.Tables;

namespace YbPay.Contracts.MobilePay;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Asks for the page on which the patient pays the cash part by bank card. Spec: table 15.</summary>
[Contract("mobile", "6205", "request", "data", "银行卡支付下单")]
public sealed record PayByBankCardRequest : Contract
{
    [Text(40, "支付授权码"), Masked]                            public required string           PayAuthNo  { get; init; }
    [Text(40, "待支付订单号")]                                  public required string           PayOrdId   { get; init; }
    [Text(40, "支付订单对应的 token"), Masked]                  public required string           PayToken   { get; init; }
    [Text(12, "定点机构编码")]                                  public required string           OrgCodg    { get; init; }
    [Text(40, "业务流水号")]                                    public required string           OrgBizSer  { get; init; }
    [Text(4000, "扩展数据", Content = typeof(MerchantContent))] public          ExpandedContent? ExpContent { get; init; }
}

/// <summary>The page to open. Spec: table 17.</summary>
[Contract("mobile", "6205", "response", "data", "银行卡支付下单")]
public sealed record PayByBankCardReply : Contract
{
    [Text(4000, "银行卡混合支付地址"), Masked] public required string       MedBankPayUrl { get; init; }
    [Group("扩展数据")]                        public          JsonElement? ExtData       { get; init; }
}
