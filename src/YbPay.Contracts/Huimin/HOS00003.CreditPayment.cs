using YbPay.Contracts.MobilePay;
using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Huimin;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>A credit payment, in fen; orderId is its idempotency key. extParams is there when a commercial insurer pays too. Document 清远医保惠民平台 2.74, 支付; ruling D7; <see cref="CreditPaymentRules"/>.</summary>
[Contract("huimin", "HOS00003", "request", "", "支付")]
public sealed record CreditPaymentRequest : Contract
{
    [Text(64, "用户签约token"), Masked]                                                                     public required string           SignToken  { get; init; }
    [Text(8, 40, "医院支付订单号，每次交易唯一")]                                                           public required string           OrderId    { get; init; }
    [Fen(11, "交易总金额，以分为单位")]                                                                     public required long             Amt        { get; init; }
    [Text(8, 40, "医院编号（由银联分配）")]                                                                 public required string           HospitalId { get; init; }
    [Text(6, "接入城市编号")]                                                                               public required string           CityCode   { get; init; }
    [Code(2, "orderType", "订单类型")]                                                                      public required string           OrderType  { get; init; }
    [Text(2048, "扩展参数,Json格式字符串,有商保时存在", Content = typeof(CreditExtension), Required = "O")] public          ExpandedContent? ExtParams  { get; init; }
    [Text(30, "就诊id", Type = "String")]                                                                   public required string           MdtrtId    { get; init; }
    [Text(30, "结算id", Type = "String")]                                                                   public required string           SetlId     { get; init; }
}

/// <summary>What became of it, in fen: psnAmt is what the credit account pays of amt. accType is absent when no account pays, as when amt is 0. Document 清远医保惠民平台 2.74, 支付.</summary>
[Contract("huimin", "HOS00003", "response", "", "支付")]
public sealed record CreditPaymentReply : Contract
{
    [Text(8, 40, "医院订单号")]                                                                                              public required string  OrderId     { get; init; }
    [Text(8, 40, "平台订单号")]                                                                                              public required string  QueryId     { get; init; }
    [Stamp("交易请求时间YYYYMMDDHHmmss", Form = "yyyyMMddHHmmss")]                                                           public required string  OrderTime   { get; init; }
    [Code(2, "accType", "交易账户类型01-借记卡账户，02-信用卡账户，03-信贷产品,04-医保个账交易金额为0时此字段为空", Required = "M")] public          string? AccType     { get; init; }
    [Fen(11, "交易总金额，以分为单位")]                                                                                      public required long    Amt         { get; init; }
    [Fen(11, "无感支付金额，以分为单位")]                                                                                    public          long?   PsnAmt      { get; init; }
    [Code(2, "orderStatus", "订单状态")]                                                                                     public required string  OrderStatus { get; init; }
    [Text(1028, "优惠金额，以分为单位")]                                                                                     public          string? CouponInfo  { get; init; }
    [Text(128, "返回说明")]                                                                                                  public required string  Msg         { get; init; }
}
