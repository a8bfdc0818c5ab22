using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Huimin;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Settles a discharge as it was tried, in fen; orderId is its idempotency key. nonCreditPayAmt, credit and the commercial claim make settleAmt. Document 清远医保惠民平台 2.74, 出院结算; <see cref="SettleDischargeRules"/>.</summary>
[Contract("huimin", "HOS00014", "request", "", "出院结算")]
public sealed record SettleDischargeRequest : Contract
{
    [Text(8, 40, "试算订单号(与出院结算试算接口中的trialId一致)")]                                                           public required string       TrialId            { get; init; }
    [Text(8, 40, "医院出院结算订单号，每次交易唯一")]                                                                        public required string       OrderId            { get; init; }
    [Text(20, "住院流水号登记号，对应签约查询时上送的住院登记号")]                                                           public required string       TreatmentSerialNo  { get; init; }
    [Text(8, 32, "医院费用结算号（由医保统筹结算生成的结算号）")]                                                            public required string       SetlId             { get; init; }
    [Text(8, 40, "医院编号（由银联分配）")]                                                                                  public required string       HospitalId         { get; init; }
    [Text(6, "接入城市编号")]                                                                                                public required string       CityCode           { get; init; }
    [Text(8, 40, "原始无感支付订单号（原住院押金对应的平台订单号（queryId），订单号之间用英文逗号分隔，如果试算有少补的情况，也需把补交的费用订单号一并上传例：aa,bb,cc", Many = true, Type = "Array")] public required OrderNumbers OrigPayQueryId     { get; init; }
    [Fen(11, "住院结算总金额，以分为单位")]                                                                                  public required long         SettleAmt          { get; init; }
    [Fen(11, "第三方支付金额，例如：政府补贴、惠民保支付等。以分为单位")]                                                    public          long?        ThirdpartyPayTotal { get; init; }
    [Fen(11, "非无感支付金额，以分为单位（非无感支付金额+无感支付金额+商保理赔金额=住院结算总金额settleAmt）")]              public required long         NonCreditPayAmt    { get; init; }
    [Fen(11, "社保报销金额，以分为单位")]                                                                                    public required long         MiAmt              { get; init; }
    [Fen(11, "商保报销金额，以分为单位")]                                                                                    public required long         BudgetAmt          { get; init; }
    [Fen(11, "个人自负金额，以分为单位")]                                                                                    public required long         GrAmt              { get; init; }
}

/// <summary>What became of it, in fen. Document 清远医保惠民平台 2.74, 出院结算.</summary>
[Contract("huimin", "HOS00014", "response", "", "出院结算")]
public sealed record SettleDischargeReply : Contract
{
    [Text(8, 40, "医院出院结算订单号")]                                 public required string           OrderId         { get; init; }
    [Text(8, 40, "平台出院结算订单号")]                                 public          string?          QueryId         { get; init; }
    [Code(2, "orderStatus", "订单状态")]                                public required string           OrderStatus     { get; init; }
    [Fen(11, "住院结算总金额，以分为单位")]                             public required long             SettleAmt       { get; init; }
    [Fen(11, "商保理赔金额，以分为单位")]                               public required long             InsureSettleAmt { get; init; }
    [Fen(11, "需补缴金额，以分为单位")]                                 public required long             SupplementAmt   { get; init; }
    [Fen(11, "需退费金额，以分为单位")]                                 public required long             RefundAmt       { get; init; }
    [Text(128, "返回说明")]                                             public required string           Msg             { get; init; }
    [Fen(11, "无感支付总金额，以分为单位（通过上送的订单号计算得到）")] public required long             PsnAmt          { get; init; }
    [List("结算订单清单", Type = "list集合")]                           public required SettledDeposit[] OrderList       { get; init; }
    [Fen(11, "社保报销金额，以分为单位")]                               public          long?            MiAmt           { get; init; }
    [Fen(11, "商保报销金额，以分为单位")]                               public          long?            BudgetAmt       { get; init; }
    [Fen(11, "个人自负金额，以分为单位")]                               public          long?            GrAmt           { get; init; }
}

/// <summary>One deposit payment that the settlement used. The names are not printed: ruling D5. Document 清远医保惠民平台 2.74, orderList.</summary>
[Contract("huimin", "HOS00014", "response", "orderList", "出院结算")]
public sealed record SettledDeposit : Contract
{
    [Text(8, 40, "订单号")]                                        public required string  OrderId     { get; init; }
    [Text(8, 40, "平台订单号")]                                    public required string  QueryId     { get; init; }
    [Stamp("交易请求时间YYYYMMDDHHmmss", Form = "yyyyMMddHHmmss")] public required string  OrderTime   { get; init; }
    [Code(2, "accType", "交易账户类型", Required = "M")]           public          string? AccType     { get; init; }
    [Fen(11, "订单交易金额，以分为单位")]                          public required long    Amt         { get; init; }
    [Code(2, "orderStatus", "订单状态", Length = "1")]             public required string  OrderStatus { get; init; }
    [Text(128, "返回说明")]                                        public required string  Msg         { get; init; }
}
