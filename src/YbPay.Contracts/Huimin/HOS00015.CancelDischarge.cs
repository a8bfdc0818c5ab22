using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Huimin;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Cancels a discharge settlement. Document 清远医保惠民平台 2.74, 出院结算撤销; retired in 2.7.1, ruling D8.</summary>
[Contract("huimin", "HOS00015", "request", "", "出院结算撤销", Deprecated = true)]
public sealed record CancelDischargeRequest : Contract
{
    [Text(8, 40, "医院结算撤销订单号，每次交易唯一")]                    public required string OrderId     { get; init; }
    [Text(8, 40, "原出院结算平台订单号，对应出院结算接口返回的queryId")] public required string OrigOrderId { get; init; }
    [Text(8, 40, "医院编号（由银联分配）")]                              public required string HospitalId  { get; init; }
    [Text(6, "接入城市编号")]                                            public required string CityCode    { get; init; }
}

/// <summary>What became of the cancellation. Document 清远医保惠民平台 2.74, 出院结算撤销.</summary>
[Contract("huimin", "HOS00015", "response", "", "出院结算撤销", Deprecated = true)]
public sealed record CancelDischargeReply : Contract
{
    [Text(8, 40, "医院结算撤销订单号")]     public required string  OrderId     { get; init; }
    [Text(8, 40, "平台出院结算撤销订单号")] public          string? QueryId     { get; init; }
    [Code(2, "orderStatus", "订单状态")]    public required string  OrderStatus { get; init; }
    [Text(128, "返回说明")]                 public required string  Msg         { get; init; }
}
