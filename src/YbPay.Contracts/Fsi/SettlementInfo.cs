using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Fsi;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>A settlement, or what it would come to. Amounts in yuan; the equations of the national envelope hold between them. medins_setl_id is the sender's msgid.</summary>
[Contract("fsi", "2206", "response", "setlinfo", "门诊预结算")]
[Contract("fsi", "2207", "response", "setlinfo", "门诊结算")]
[Contract("fsi", "2303", "response", "setlinfo", "住院预结算")]
[Contract("fsi", "2304", "response", "setlinfo", "住院结算")]
public sealed record SettlementInfo : Contract
{
    [Text(30, "就诊ID")]                          public required string   MdtrtId         { get; init; }
    [Text(30, "结算ID")]                          public          string?  SetlId          { get; init; }
    [Text(30, "人员编号"), Masked]                public required string   PsnNo           { get; init; }
    [Text(50, "人员姓名"), Masked]                public required string   PsnName         { get; init; }
    [Code(6, "psn_cert_type", "人员证件类型")]    public required string   PsnCertType     { get; init; }
    [Text(50, "证件号码"), Masked]                public required string   Certno          { get; init; }
    [Code(6, "gend", "性别")]                     public          string?  Gend            { get; init; }
    [Text(3, "民族")]                             public          string?  Naty            { get; init; }
    [Date("出生日期"), Masked]                    public          string?  Brdy            { get; init; }
    [Count(4, 1, "年龄")]                         public          decimal? Age             { get; init; }
    [Code(6, "insutype", "险种类型")]             public          string?  Insutype        { get; init; }
    [Code(6, "psn_type", "人员类别")]             public required string   PsnType         { get; init; }
    [Code(3, "cvlserv_flag", "公务员标志")]       public required string   CvlservFlag     { get; init; }
    [Stamp("结算时间")]                           public          string?  SetlTime        { get; init; }
    [Code(3, "mdtrt_cert_type", "就诊凭证类型")]  public          string?  MdtrtCertType   { get; init; }
    [Code(6, "med_type", "医疗类别")]             public required string   MedType         { get; init; }
    [Money(16, "医疗费总额")]                     public required decimal  MedfeeSumamt    { get; init; }
    [Money(16, "全自费金额")]                     public required decimal  FulamtOwnpayAmt { get; init; }
    [Money(16, "超限价自费费用")]                 public required decimal  OverlmtSelfpay  { get; init; }
    [Money(16, "先行自付金额")]                   public required decimal  PreselfpayAmt   { get; init; }
    [Money(16, "符合政策范围金额")]               public required decimal  InscpScpAmt     { get; init; }
    [Money(16, "实际支付起付线")]                 public          decimal? ActPayDedc      { get; init; }
    [Money(16, "基本医疗保险统筹基金支出")]       public required decimal  HifpPay         { get; init; }
    [Count(5, 4, "基本医疗保险统筹基金支付比例")] public required decimal  PoolPropSelfpay { get; init; }
    [Money(16, "公务员医疗补助资金支出")]         public required decimal  CvlservPay      { get; init; }
    [Money(16, "企业补充医疗保险基金支出")]       public required decimal  HifesPay        { get; init; }
    [Money(16, "居民大病保险资金支出")]           public required decimal  HifmiPay        { get; init; }
    [Money(16, "职工大额医疗费用补助基金支出")]   public required decimal  HifobPay        { get; init; }
    [Money(16, "医疗救助基金支出")]               public required decimal  MafPay          { get; init; }
    [Money(16, "医院负担金额")]                   public          decimal? HospPartAmt     { get; init; }
    [Money(16, "其他支出")]                       public required decimal  OthPay          { get; init; }
    [Money(16, "基金支付总额")]                   public required decimal  FundPaySumamt   { get; init; }
    [Money(16, "个人负担总金额")]                 public required decimal  PsnPartAmt      { get; init; }
    [Money(16, "个人账户支出")]                   public required decimal  AcctPay         { get; init; }
    [Money(16, "个人现金支出")]                   public required decimal  PsnCashPay      { get; init; }
    [Money(16, "余额")]                           public required decimal  Balc            { get; init; }
    [Money(16, "个人账户共济支付金额")]           public          decimal? AcctMulaidPay   { get; init; }
    [Text(30, "医药机构结算ID")]                  public          string?  MedinsSetlId    { get; init; }
    [Text(6, "清算经办机构")]                     public          string?  ClrOptins       { get; init; }
    [Text(6, "清算方式")]                         public          string?  ClrWay          { get; init; }
    [Text(6, "清算类别")]                         public          string?  ClrType         { get; init; }
    [Money(16, "伤残人员医疗保障基金支出")]       public          decimal? HifdmPay        { get; init; }
}

/// <summary>What one fund bears, in yuan.</summary>
[Contract("fsi", "2206", "response", "setldetail", "门诊预结算")]
[Contract("fsi", "2207", "response", "setldetail", "门诊结算")]
[Contract("fsi", "2303", "response", "setldetail", "住院预结算")]
[Contract("fsi", "2304", "response", "setldetail", "住院结算")]
[Contract("fsi", "2208", "response", "setldetail", "门诊结算撤销")]
[Contract("fsi", "2305", "response", "setldetail", "住院结算撤销")]
public sealed record SettlementDetail : Contract
{
    [Code(6, "fund_pay_type", "基金支付类型")] public required string   FundPayType     { get; init; }
    [Money(16, "符合政策范围金额")]            public required decimal  InscpScpAmt     { get; init; }
    [Money(16, "本次可支付限额金额")]          public          decimal? CrtPaybLmtAmt   { get; init; }
    [Money(16, "基金支付金额")]                public required decimal  FundPayamt      { get; init; }
    [Text(200, "基金支付类型名称")]            public          string?  FundPayTypeName { get; init; }
    [Text(4000, "结算过程信息")]               public          string?  SetlProcInfo    { get; init; }
}
