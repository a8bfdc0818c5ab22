using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Huimin;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Asks for a discharge settlement (type 01) or its cancellation (02). Document 清远医保惠民平台 2.74, 出院结算结果查询.</summary>
[Contract("huimin", "HOS00016", "request", "", "出院结算结果查询")]
public sealed record QueryDischargeRequest : Contract
{
    [Text(8, 40, "医院订单号（出院结算/出院结算撤销）")]                      public required string OrderId           { get; init; }
    [Text(20, "住院流水号登记号，对应签约查询时上送的住院登记号")]            public required string TreatmentSerialNo { get; init; }
    [Text(8, 40, "医院编号（由银联分配）")]                                   public required string HospitalId        { get; init; }
    [Text(6, "接入城市编号")]                                                 public required string CityCode          { get; init; }
    [Code(2, "dischargeOrderType", "订单类型，01-出院结算，02-出院结算撤销")] public required string Type              { get; init; }
}

/// <summary>The settlement as it stands, in fen. Document 清远医保惠民平台 2.74, 出院结算结果查询.</summary>
[Contract("huimin", "HOS00016", "response", "", "出院结算结果查询")]
public sealed record QueryDischargeReply : Contract
{
    [Text(8, 40, "医院订单号")]             public required string           OrderId         { get; init; }
    [Text(8, 40, "平台订单号")]             public          string?          QueryId         { get; init; }
    [Code(2, "orderStatus", "订单状态")]    public required string           OrderStatus     { get; init; }
    [Fen(11, "住院结算总金额，以分为单位")] public required long             SettleAmt       { get; init; }
    [Fen(11, "商保理赔金额，以分为单位")]   public required long             InsureSettleAmt { get; init; }
    [Fen(11, "需补缴金额，以分为单位")]     public required long             SupplementAmt   { get; init; }
    [Fen(11, "需退费金额，以分为单位")]     public required long             RefundAmt       { get; init; }
    [Text(128, "返回说明"), PrintedAgain]   public required string           Msg             { get; init; }
    [List("结算清单", Type = "list集合")]   public required QueriedDeposit[] OrderList       { get; init; }
    [Fen(11, "社保报销金额，以分为单位")]   public          long?            MiAmt           { get; init; }
    [Fen(11, "商保报销金额，以分为单位")]   public          long?            BudgetAmt       { get; init; }
    [Fen(11, "个人自负金额，以分为单位")]   public          long?            GrAmt           { get; init; }
}

/// <summary>One deposit payment, and what was given back of it. The names are not printed: ruling D5. Document 清远医保惠民平台 2.74, orderList.</summary>
[Contract("huimin", "HOS00016", "response", "orderList", "出院结算结果查询")]
public sealed record QueriedDeposit : Contract
{
    [Text(8, 40, "订单号")]                                        public required string  OrderId     { get; init; }
    [Text(8, 40, "系统订单号")]                                    public required string  QueryId     { get; init; }
    [Stamp("交易请求时间YYYYMMDDHHmmss", Form = "yyyyMMddHHmmss")] public required string  OrderTime   { get; init; }
    [Code(2, "accType", "交易账户类型", Required = "M")]           public          string? AccType     { get; init; }
    [Fen(11, "住院结算总共消费金额，以分为单位")]                  public required long    Amt         { get; init; }
    [Fen(11, "住院押金退款金额，以分为单位")]                      public required long    RefundAmt   { get; init; }
    [Code(2, "orderStatus", "订单状态", Length = "1")]             public required string  OrderStatus { get; init; }
    [Text(128, "返回说明")]                                        public required string  Msg         { get; init; }
}
