using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Huimin;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Asks for a payment or a refund by the hospital's number. Document 清远医保惠民平台 2.74, 交易状态查询.</summary>
[Contract("huimin", "HOS00012", "request", "", "交易状态查询")]
public sealed record QueryTradeRequest : Contract
{
    [Text(8, 40, "原支付或者退款医院订单号")] public required string OrderId    { get; init; }
    [Text(8, 40, "医院编号（由银联分配）")]   public required string HospitalId { get; init; }
    [Text(6, "接入城市编号")]                 public required string CityCode   { get; init; }
}

/// <summary>The payment or refund as it stands, in fen. Document 清远医保惠民平台 2.74, 交易状态查询.</summary>
[Contract("huimin", "HOS00012", "response", "", "交易状态查询")]
public sealed record QueryTradeReply : Contract
{
    [Text(8, 40, "医院订单号")]                                                                               public required string  OrderId         { get; init; }
    [Text(8, 40, "平台订单号")]                                                                               public required string  QueryId         { get; init; }
    [Text(8, 40, "信用就医支付平台被查询交易订单号（消费或退款交易tradeNo）")]                                public required string  TradeNo         { get; init; }
    [Code(2, "orderType", "订单类型", Length = "8 — 40")]                                                     public required string  OrderType       { get; init; }
    [Stamp("交易请求时间YYYYMMDDHHmmss", Form = "yyyyMMddHHmmss")]                                            public required string  OrderTime       { get; init; }
    [Code(2, "accType", "交易账户类型01-借记卡账户，02-信用卡账户，03-信贷产品,04-医保个账", Required = "M")] public          string? AccType         { get; init; }
    [Fen(11, "订单总金额，以分为单位")]                                                                       public required long    Amt             { get; init; }
    [Fen(11, "商保理赔金额，以分为单位")]                                                                     public          long?   InsureSettleAmt { get; init; }
    [Fen(11, "无感支付金额，以分为单位")]                                                                     public          long?   PsnAmt          { get; init; }
    [Code(2, "orderStatus", "订单状态")]                                                                      public required string  OrderStatus     { get; init; }
    [Text(1028, "优惠金额，以分为单位")]                                                                      public          string? CouponInfo      { get; init; }
    [Text(128, "返回说明")]                                                                                   public required string  Msg             { get; init; }
}
