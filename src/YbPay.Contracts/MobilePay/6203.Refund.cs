using System.Text.Json;
using YbPay.Contracts.Tables;

namespace YbPay.Contracts.MobilePay;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>A refund, in yuan; appRefdSn is its idempotency key. Spec: table 272; rulings C9, C10; <see cref="RefundRules"/>.</summary>
[Contract("mobile", "6203", "request", "data", "医保退费")]
public sealed record RefundRequest : Contract
{
    [Text(40, "支付订单号")]                                    public required string           PayOrdId       { get; init; }
    [Text(40, "应用退款流水号")]                                public required string           AppRefdSn      { get; init; }
    [Text(40, "应用退费时间")]                                  public required string           AppRefdTime    { get; init; }
    [Money(12, "总退费金额")]                                   public required decimal          TotlRefdAmt    { get; init; }
    [Money(12, "医保个人账户支付")]                             public          decimal?         PsnAcctRefdAmt { get; init; }
    [Money(12, "基金支付")]                                     public          decimal?         FundRefdAmt    { get; init; }
    [Money(12, "现金退费金额")]                                 public required decimal          CashRefdAmt    { get; init; }
    [Text(64, "电子凭证授权 Token"), Masked]                    public          string?          EcToken        { get; init; }
    [Code(40, "refdType", "退费类型")]                          public required string           RefdType       { get; init; }
    [Text(4000, "扩展数据", Content = typeof(MerchantContent))] public          ExpandedContent? ExpContent     { get; init; }
    [Text(40, "支付授权码"), Masked]                            public          string?          PayAuthNo      { get; init; }
}

/// <summary>What became of the refund; EXP means insurance done and cash failed. Spec: table 12; ruling C10.</summary>
[Contract("mobile", "6203", "response", "data", "医保退费")]
public sealed record RefundReply : Contract
{
    [Text(40, "结算中心流水号")]                 public required string       RefdSn     { get; init; }
    [Text(40, "医保退费流水号", Required = "Y")] public          string?      HiFefdSn   { get; init; }
    [Text(8, "医保退费日期", Required = "Y")]    public          string?      HiTrnsDate { get; init; }
    [Text(6, "医保退费时间", Required = "Y")]    public          string?      HiTrnsTime { get; init; }
    [Code(40, "refStatus", "退费状态")]          public required string       RefStatus  { get; init; }
    [Group("医保扩展数据")]                      public          JsonElement? ExtData    { get; init; }
}
