using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Fsi;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Settles a stay. A time-out is unknown, not failed.</summary>
[Contract("fsi", "2304", "request", "input", "住院结算")]
public sealed record SettleInpatientRequest : Contract
{
    [Group("结算信息")] public required SettleInpatientData Data { get; init; }
}

/// <summary>The stay to settle. Amounts in yuan.</summary>
[Contract("fsi", "2304", "request", "data", "住院结算")]
public sealed record SettleInpatientData : Contract
{
    [Text(30, "人员编号"), Masked]                  public required string   PsnNo           { get; init; }
    [Code(3, "mdtrt_cert_type", "就诊凭证类型")]    public required string   MdtrtCertType   { get; init; }
    [Text(50, "就诊凭证编号"), Masked]              public          string?  MdtrtCertNo     { get; init; }
    [Money(16, "医疗费总额")]                       public required decimal  MedfeeSumamt    { get; init; }
    [Code(6, "psn_setlway", "个人结算方式")]        public required string   PsnSetlway      { get; init; }
    [Text(30, "就诊ID")]                            public required string   MdtrtId         { get; init; }
    [Code(3, "acct_used_flag", "个人账户使用标志")] public required string   AcctUsedFlag    { get; init; }
    [Code(6, "insutype", "险种类型")]               public required string   Insutype        { get; init; }
    [Text(20, "发票号")]                            public          string?  Invono          { get; init; }
    [Code(3, "mid_setl_flag", "中途结算标志")]      public required string   MidSetlFlag     { get; init; }
    [Money(16, "全自费金额")]                       public          decimal? FulamtOwnpayAmt { get; init; }
    [Money(16, "超限价自费费用")]                   public          decimal? OverlmtSelfpay  { get; init; }
    [Money(16, "先行自付金额")]                     public          decimal? PreselfpayAmt   { get; init; }
    [Money(16, "符合政策范围金额")]                 public          decimal? InscpScpAmt     { get; init; }
    [Text(4000, "字段扩展")]                        public          string?  ExpContent      { get; init; }
}

/// <summary>The settlement.</summary>
[Contract("fsi", "2304", "response", "output", "住院结算")]
public sealed record SettleInpatientReply : Contract
{
    [Group("结算信息")]        public required SettlementInfo     Setlinfo   { get; init; }
    [List("结算基金分项信息")] public          SettlementDetail[] Setldetail { get => field ?? []; init; }
}
