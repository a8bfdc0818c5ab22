using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Fsi;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Compares the totals of a span of days.</summary>
[Contract("fsi", "3201", "request", "input", "医药机构费用结算对总账")]
public sealed record CheckTotalsRequest : Contract
{
    [Group("对账信息")] public required CheckTotalsData Data { get; init; }
}

/// <summary>The institution's totals in yuan, for one insurance kind and clearing category.</summary>
[Contract("fsi", "3201", "request", "data", "医药机构费用结算对总账")]
public sealed record CheckTotalsData : Contract
{
    [Code(6, "insutype", "险种类型")]           public required string  Insutype         { get; init; }
    [Text(6, "清算类别")]                       public required string  ClrType          { get; init; }
    [Text(6, "结算经办机构")]                   public required string  SetlOptins       { get; init; }
    [Date("对账开始日期")]                      public required string  StmtBegndate     { get; init; }
    [Date("对账结束日期")]                      public required string  StmtEnddate      { get; init; }
    [Money(16, "医疗费总额")]                   public required decimal MedfeeSumamt     { get; init; }
    [Money(16, "基金支付总额")]                 public required decimal FundPaySumamt    { get; init; }
    [Money(16, "个人账户支出")]                 public required decimal AcctPay          { get; init; }
    [Count(10, "定点医药机构结算笔数")]         public required long    FixmedinsSetlCnt { get; init; }
    [Code(3, "refd_setl_flag", "退费结算标志")] public          string? RefdSetlFlag     { get; init; }
}

/// <summary>Whether the totals agree.</summary>
[Contract("fsi", "3201", "response", "output", "医药机构费用结算对总账")]
public sealed record CheckTotalsReply : Contract
{
    [Group("对账结果")] public required TotalsResult Stmtinfo { get; init; }
}

/// <summary>The verdict on the totals.</summary>
[Contract("fsi", "3201", "response", "stmtinfo", "医药机构费用结算对总账")]
public sealed record TotalsResult : Contract
{
    [Text(6, "结算经办机构")]          public required string  SetlOptins   { get; init; }
    [Code(6, "stmt_rslt", "对账结果")] public required string  StmtRslt     { get; init; }
    [Text(200, "对账结果说明")]        public          string? StmtRsltDscr { get; init; }
}
