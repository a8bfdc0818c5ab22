using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Huimin;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Gives back a part or all of what the credit account paid, in fen; origOrderId is the payment's queryId. Document 清远医保惠民平台 2.74, 退费.</summary>
[Contract("huimin", "HOS00004", "request", "", "退费")]
public sealed record CreditRefundRequest : Contract
{
    [Text(8, 40, "医院订单号，每次交易唯一，不允许和支付订单号一样")] public required string OrderId     { get; init; }
    [Text(8, 40, "平台订单号，对应支付接口返回的queryId")]            public required string OrigOrderId { get; init; }
    [Fen(11, "退款交易金额，以分为单位")]                             public required long   AmtRefund   { get; init; }
    [Text(8, 40, "医院编号（由银联分配）")]                           public required string HospitalId  { get; init; }
    [Text(6, "接入城市编号")]                                         public required string CityCode    { get; init; }
}

/// <summary>What became of the refund, in fen. Document 清远医保惠民平台 2.74, 退费.</summary>
[Contract("huimin", "HOS00004", "response", "", "退费")]
public sealed record CreditRefundReply : Contract
{
    [Text(8, 40, "医院订单号")]                                                               public required string OrderId     { get; init; }
    [Text(8, 40, "平台订单号")]                                                               public required string QueryId     { get; init; }
    [Text(8, 40, "原支付医院订单号")]                                                         public required string OrigOrderId { get; init; }
    [Stamp("交易请求时间YYYYMMDDHHmmss", Form = "yyyyMMddHHmmss")]                            public required string OrderTime   { get; init; }
    [Code(2, "accType", "交易账户类型01-借记卡账户，02-信用卡账户，03-信贷产品,04-医保个账")] public required string AccType     { get; init; }
    [Fen(11, "交易金额，以分为单位")]                                                         public required long   Amt         { get; init; }
    [Code(2, "orderStatus", "订单状态", Length = "1")]                                        public required string OrderStatus { get; init; }
    [Text(128, "返回说明")]                                                                   public required string Msg         { get; init; }
}
