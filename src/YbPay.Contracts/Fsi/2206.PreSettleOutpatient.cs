using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Fsi;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Asks what a settlement would come to; nothing is booked.</summary>
[Contract("fsi", "2206", "request", "input", "门诊预结算")]
public sealed record PreSettleOutpatientRequest : Contract
{
    [Group("预结算信息")] public required PreSettleOutpatientData Data { get; init; }
}

/// <summary>The batch to calculate. Amounts in yuan.</summary>
[Contract("fsi", "2206", "request", "data", "门诊预结算")]
public sealed record PreSettleOutpatientData : Contract
{
    [Text(30, "人员编号"), Masked]                  public required string  PsnNo         { get; init; }
    [Code(3, "mdtrt_cert_type", "就诊凭证类型")]    public required string  MdtrtCertType { get; init; }
    [Text(50, "就诊凭证编号"), Masked]              public          string? MdtrtCertNo   { get; init; }
    [Code(6, "med_type", "医疗类别")]               public required string  MedType       { get; init; }
    [Money(16, "医疗费总额")]                       public required decimal MedfeeSumamt  { get; init; }
    [Code(6, "psn_setlway", "个人结算方式")]        public required string  PsnSetlway    { get; init; }
    [Text(30, "就诊ID")]                            public required string  MdtrtId       { get; init; }
    [Text(30, "收费批次号")]                        public required string  ChrgBchno     { get; init; }
    [Code(6, "insutype", "险种类型")]               public required string  Insutype      { get; init; }
    [Code(3, "acct_used_flag", "个人账户使用标志")] public required string  AcctUsedFlag  { get; init; }
    [Text(4000, "字段扩展")]                        public          string? ExpContent    { get; init; }
}

/// <summary>The division; setl_id is absent.</summary>
[Contract("fsi", "2206", "response", "output", "门诊预结算")]
public sealed record PreSettleOutpatientReply : Contract
{
    [Group("结算信息")]        public required SettlementInfo     Setlinfo   { get; init; }
    [List("结算基金分项信息")] public          SettlementDetail[] Setldetail { get => field ?? []; init; }
}
