using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Fsi;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Compares settlement by settlement; the lines were uploaded with 9101.</summary>
[Contract("fsi", "3202", "request", "input", "医药机构费用结算对明细账")]
public sealed record CheckDetailsRequest : Contract
{
    [Group("对账信息")] public required CheckDetailsData Data { get; init; }
}

/// <summary>The uploaded file and its totals in yuan.</summary>
[Contract("fsi", "3202", "request", "data", "医药机构费用结算对明细账")]
public sealed record CheckDetailsData : Contract
{
    [Text(6, "结算经办机构")]           public required string  SetlOptins       { get; init; }
    [Text(30, "文件查询号")]            public required string  FileQuryNo       { get; init; }
    [Date("对账开始日期")]              public required string  StmtBegndate     { get; init; }
    [Date("对账结束日期")]              public required string  StmtEnddate      { get; init; }
    [Money(16, "医疗费总额")]           public required decimal MedfeeSumamt     { get; init; }
    [Money(16, "基金支付总额")]         public required decimal FundPaySumamt    { get; init; }
    [Money(16, "现金支付金额")]         public required decimal CashPayamt       { get; init; }
    [Count(10, "定点医药机构结算笔数")] public required long    FixmedinsSetlCnt { get; init; }
    [Text(6, "清算类别")]               public          string? ClrType          { get; init; }
}

/// <summary>One line of the uploaded file: the fields in this order, separated by TAB, null for empty.</summary>
[Contract("fsi", "3202", "request", "file", "医药机构费用结算对明细账")]
public sealed record StatementLine : Contract
{
    [Text(30, "结算ID")]                        public required string  SetlId        { get; init; }
    [Text(30, "就诊ID")]                        public required string  MdtrtId       { get; init; }
    [Text(30, "人员编号"), Masked]              public required string  PsnNo         { get; init; }
    [Money(16, "医疗费总额")]                   public required decimal MedfeeSumamt  { get; init; }
    [Money(16, "基金支付总额")]                 public required decimal FundPaySumamt { get; init; }
    [Money(16, "个人账户支出")]                 public required decimal AcctPay       { get; init; }
    [Code(3, "refd_setl_flag", "退费结算标志")] public required string  RefdSetlFlag  { get; init; }
}

/// <summary>The file with the result, to be fetched with 9102.</summary>
[Contract("fsi", "3202", "response", "output", "医药机构费用结算对明细账")]
public sealed record CheckDetailsReply : Contract
{
    [Group("文件信息")] public required ResultFile Fileinfo { get; init; }
}

/// <summary>Where the result lies, and until when.</summary>
[Contract("fsi", "3202", "response", "fileinfo", "医药机构费用结算对明细账")]
public sealed record ResultFile : Contract
{
    [Text(30, "文件查询号")] public required string FileQuryNo { get; init; }
    [Text(200, "文件名称")]  public required string Filename   { get; init; }
    [Stamp("下载截止时间")]  public required string DldEndtime { get; init; }
}

/// <summary>One line of the result file: the fields in this order, separated by TAB, null for empty.</summary>
[Contract("fsi", "3202", "response", "file", "医药机构费用结算对明细账")]
public sealed record StatementDifference : Contract
{
    [Text(30, "人员编号"), Masked]              public required string  PsnNo         { get; init; }
    [Text(30, "就诊ID")]                        public required string  MdtrtId       { get; init; }
    [Text(30, "结算ID")]                        public required string  SetlId        { get; init; }
    [Text(30, "发送方报文ID")]                  public          string? Msgid         { get; init; }
    [Code(6, "stmt_rslt", "对账结果")]          public required string  StmtRslt      { get; init; }
    [Code(3, "refd_setl_flag", "退费结算标志")] public required string  RefdSetlFlag  { get; init; }
    [Text(500, "备注")]                         public          string? Memo          { get; init; }
    [Money(16, "医疗费总额")]                   public required decimal MedfeeSumamt  { get; init; }
    [Money(16, "基金支付总额")]                 public required decimal FundPaySumamt { get; init; }
    [Money(16, "个人账户支出")]                 public required decimal AcctPay       { get; init; }
}
