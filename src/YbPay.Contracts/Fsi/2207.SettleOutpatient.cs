using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Fsi;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Settles a batch. A time-out is unknown, not failed.</summary>
[Contract("fsi", "2207", "request", "input", "门诊结算")]
public sealed record SettleOutpatientRequest : Contract
{
    [Group("结算信息")] public required SettleOutpatientData Data { get; init; }
}

/// <summary>The batch to settle. Amounts in yuan.</summary>
[Contract("fsi", "2207", "request", "data", "门诊结算")]
public sealed record SettleOutpatientData : Contract
{
    [Text(30, "人员编号"), Masked]                  public required string   PsnNo           { get; init; }
    [Code(3, "mdtrt_cert_type", "就诊凭证类型")]    public required string   MdtrtCertType   { get; init; }
    [Text(50, "就诊凭证编号"), Masked]              public          string?  MdtrtCertNo     { get; init; }
    [Code(6, "med_type", "医疗类别")]               public required string   MedType         { get; init; }
    [Money(16, "医疗费总额")]                       public required decimal  MedfeeSumamt    { get; init; }
    [Code(6, "psn_setlway", "个人结算方式")]        public required string   PsnSetlway      { get; init; }
    [Text(30, "就诊ID")]                            public required string   MdtrtId         { get; init; }
    [Text(30, "收费批次号")]                        public required string   ChrgBchno       { get; init; }
    [Code(6, "insutype", "险种类型")]               public required string   Insutype        { get; init; }
    [Code(3, "acct_used_flag", "个人账户使用标志")] public required string   AcctUsedFlag    { get; init; }
    [Text(20, "发票号")]                            public          string?  Invono          { get; init; }
    [Money(16, "全自费金额")]                       public          decimal? FulamtOwnpayAmt { get; init; }
    [Money(16, "超限价自费费用")]                   public          decimal? OverlmtSelfpay  { get; init; }
    [Money(16, "先行自付金额")]                     public          decimal? PreselfpayAmt   { get; init; }
    [Money(16, "符合政策范围金额")]                 public          decimal? InscpScpAmt     { get; init; }
    [Text(6, "公立医院改革标志")]                   public          string?  PubHospRfomFlag { get; init; }
    [Text(4000, "字段扩展")]                        public          string?  ExpContent      { get; init; }
}

/// <summary>The settlement.</summary>
[Contract("fsi", "2207", "response", "output", "门诊结算")]
public sealed record SettleOutpatientReply : Contract
{
    [Group("结算信息")]        public required SettlementInfo     Setlinfo   { get; init; }
    [List("结算基金分项信息")] public          SettlementDetail[] Setldetail { get => field ?? []; init; }
}
