using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Wallet;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Pays a settlement's cash from the person's own account. Document 医保钱包, part 2 (一), table 211; stands in the envelope's input.data.</summary>
[Contract("wallet", "5369", "request", "data", "个人账户扣减")]
public sealed record DeductPersonalAccountRequest : Contract
{
    [Text(30, "人员编号"), Masked] public required string PsnNo   { get; init; }
    [Text(30, "结算id")]           public required string SetlId  { get; init; }
    [Text(30, "就诊id")]           public required string MdtrtId { get; init; }
}

/// <summary>What the account paid, in yuan; psnPay is what was owed before, as a text with two decimals. Document 医保钱包, part 2 (一), table 212; stands in output.result.</summary>
[Contract("wallet", "5369", "response", "result", "个人账户扣减")]
public sealed record DeductPersonalAccountReply : Contract
{
    [Text(50, "人员编号"), Masked]                public required string   PsnNo         { get; init; }
    [Text(30, "结算id", Length = "6")]            public required string   SetlId        { get; init; }
    [Text(200, "待个人支付金额")]                 public required string   PsnPay        { get; init; }
    [Money(16, "医保账户支付金额")]               public required decimal  EnttAcctPay   { get; init; }
    [Text(30, "定点编码", Required = "")]         public          string?  FixmedinsCode { get; init; }
    [Text(255, "定点名称", Required = "")]        public          string?  FixmedinsName { get; init; }
    [Money(16, "待个人现金支付金额", Required = "")] public          decimal? CashAcctPay   { get; init; }
    [Text(6, "银行类别")]                         public required string   BankTypeCode  { get; init; }
    [Text(50, "银行名称")]                        public required string   BankAbbrName  { get; init; }
}
