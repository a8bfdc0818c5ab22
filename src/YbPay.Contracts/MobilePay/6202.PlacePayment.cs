using System.Text.Json;
using YbPay.Contracts.Tables;

namespace YbPay.Contracts.MobilePay;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>The patient's confirmation without the cashier page. orgBizSer is unique for each request. Spec: table 8; ruling C6.</summary>
[Contract("mobile", "6202", "request", "data", "支付下单")]
public sealed record PlacePaymentRequest : Contract
{
    [Text(40, "支付授权码"), Masked]                            public required string           PayAuthNo    { get; init; }
    [Text(40, "待支付订单号")]                                  public required string           PayOrdId     { get; init; }
    [Text(40, "支付订单对应的 token"), Masked]                  public required string           PayToken     { get; init; }
    [Text(12, "定点机构编码")]                                  public required string           OrgCodg      { get; init; }
    [Text(40, "业务流水号")]                                    public required string           OrgBizSer    { get; init; }
    [Text(40, "收费批次号")]                                    public required string           ChrgBchno    { get; init; }
    [Code(2, "feeType", "费用类别")]                            public required string           FeeType      { get; init; }
    [Text(40, "就诊事件 ID")]                                   public required string           MdtrtId      { get; init; }
    [Money(16, "住院押金", Type = "数据型")]                    public          decimal?         Deposit      { get; init; }
    [Text(4000, "扩展数据", Content = typeof(MerchantContent))] public          ExpandedContent? ExpContent   { get; init; }
    [Code(1, "acct_used_flag", "个账使用标识")]                 public          string?          AcctUsedFlag { get; init; }
}

/// <summary>How the bill is split, in yuan. Amounts are absent, not zero, until they are known. Spec: table 10; ruling C8.</summary>
[Contract("mobile", "6202", "response", "data", "支付下单")]
public sealed record PlacePaymentReply : Contract
{
    [Text(40, "支付订单号")]                    public required string       PayOrdId   { get; init; }
    [Code(40, "ordStas", "订单状态")]           public required string       OrdStas    { get; init; }
    [Money(12, "费用总额", Required = "Y")]     public          decimal?     FeeSumamt  { get; init; }
    [Money(12, "现金支付", Required = "Y")]     public          decimal?     OwnPayAmt  { get; init; }
    [Money(12, "个人账户支出", Required = "Y")] public          decimal?     PsnAcctPay { get; init; }
    [Money(12, "医保基金支付", Required = "Y")] public          decimal?     FundPay    { get; init; }
    [Money(16, "住院押金", Type = "数据型")]    public          decimal?     Deposit    { get; init; }
    [Group("扩展数据")]                         public          JsonElement? ExtData    { get; init; }
    [Money(12, "其他支付金额", Required = "Y")] public          decimal?     OthFeeAmt  { get; init; }
}
