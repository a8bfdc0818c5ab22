using YbPay.Contracts.MobilePay;
using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Huimin;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Tries a discharge settlement, in fen: nonCreditPayAmt and what credit and insurer pay together make settleAmt. Document 清远医保惠民平台 2.74, 出院结算试算; ruling D7; <see cref="TryDischargeRules"/>.</summary>
[Contract("huimin", "HOST0014", "request", "", "出院结算试算")]
public sealed record TryDischargeRequest : Contract
{
    [Text(8, 40, "试算订单号")]                                                                                              public required string           TrialId           { get; init; }
    [Text(20, "住院流水号登记号，对应签约查询时上送的住院登记号")]                                                           public required string           TreatmentSerialNo { get; init; }
    [Text(8, 32, "医院费用结算号（由医保统筹结算生成的结算号）")]                                                            public required string           SetlId            { get; init; }
    [Text(8, 40, "医院编号（由银联分配）")]                                                                                  public required string           HospitalId        { get; init; }
    [Text(6, "接入城市编号")]                                                                                                public required string           CityCode          { get; init; }
    [Text(8, 40, "原始无感支付订单号（原住院押金对应的平台订单号（queryId），订单号之间用英文逗号分隔例：aa,bb,cc", Many = true)] public required OrderNumbers     OrigPayQueryId    { get; init; }
    [Fen(11, "住院结算总金额，以分为单位")]                                                                                  public required long             SettleAmt         { get; init; }
    [Fen(11, "非无感支付金额，以分为单位（非无感支付金额+无感支付金额=住院结算总金额settleAmt）")]                           public required long             NonCreditPayAmt   { get; init; }
    [Text(2048, "扩展参数,Json格式字符串,有商保时存在", Content = typeof(CreditExtension), Required = "O")]                  public          ExpandedContent? ExtParams         { get; init; }
}

/// <summary>What would have to be paid on or given back, in fen; budgetAmt is what the commercial insurer would pay. Document 清远医保惠民平台 2.74, 出院结算试算.</summary>
[Contract("huimin", "HOST0014", "response", "", "出院结算试算")]
public sealed record TryDischargeReply : Contract
{
    [Text(8, 40, "试算订单号")]                                         public required string TrialId       { get; init; }
    [Fen(11, "需补缴金额，以分为单位")]                                 public required long   SupplementAmt { get; init; }
    [Fen(11, "需退费金额，以分为单位")]                                 public required long   RefundAmt     { get; init; }
    [Fen(11, "无感支付总金额，以分为单位（通过上送的订单号计算得到）")] public required long   PsnAmt        { get; init; }
    [Fen(11, "商保试算报销金额")]                                       public required long   BudgetAmt     { get; init; }
}
