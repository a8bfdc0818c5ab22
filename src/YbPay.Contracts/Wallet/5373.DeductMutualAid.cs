using System.Text.Json.Serialization;
using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Wallet;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Pays a settlement's cash from the family's mutual-aid accounts, in their agreed order. Document 医保钱包, part 2 (二), table 211; stands in the envelope's input.data.</summary>
[Contract("wallet", "5373", "request", "data", "共济账户批量扣减")]
public sealed record DeductMutualAidRequest : Contract
{
    [Text(30, "人员编号"), Masked] public required string PsnNo   { get; init; }
    [Text(30, "结算id")]           public required string SetlId  { get; init; }
    [Text(30, "就诊id")]           public required string MdtrtId { get; init; }
}

/// <summary>What the accounts paid together, in yuan, and each bank's word; psnPay is what was owed before, as a text with two decimals. Document 医保钱包, part 2 (二), table 212; stands in output.result.</summary>
[Contract("wallet", "5373", "response", "result", "共济账户批量扣减")]
public sealed record DeductMutualAidReply : Contract
{
    [Text(50, "人员编号"), Masked]                     public required string   PsnNo          { get; init; }
    [Text(30, "结算id", Length = "6")]                 public required string   SetlId         { get; init; }
    [Text(200, "待个人支付金额")]                      public required string   PsnPay         { get; init; }
    [Money(16, "共济账户支付总金额")]                  public required decimal  AllEnttAcctPay { get; init; }
    [Text(30, "定点编码", Required = "")]              public          string?  FixmedinsCode  { get; init; }
    [Text(255, "定点名称", Required = "")]             public          string?  FixmedinsName  { get; init; }
    [Money(16, "待个人现金支付金额", Required = "")]   public          decimal? CashAcctPay    { get; init; }
    [List("银行扣减账户明细信息", Type = "Array", Required = "")] public DeductedAccount[] Result { get => field ?? []; init; }
}

/// <summary>One bank account's part: infcode_dt 0 done, -1 refused. Document 医保钱包, table 213.</summary>
[Contract("wallet", "5373", "response", "result.result", "共济账户批量扣减")]
public sealed record DeductedAccount : Contract
{
    [Text(50, "银行卡账号"), Masked]                                                public required string   Bankacct    { get; init; }
    [Text(50, "户名"), Masked]                                                      public required string   Acctname    { get; init; }
    [Money(16, "扣减金额", Required = "")]                                          public          decimal? EnttAcctPay { get; init; }
    [JsonPropertyName("infcode_dt"), Text(6, "交易状态码", Required = "")]          public          string?  InfcodeDt   { get; init; }
    [JsonPropertyName("err_msg_dt"), Text(200, "交易提示信息", Required = "")]      public          string?  ErrMsgDt    { get; init; }
}
