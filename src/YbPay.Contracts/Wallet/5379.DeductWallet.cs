using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Wallet;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Pays a settlement's cash from the person's wallet. Document 医保钱包, table 211; stands in the envelope's input.data.</summary>
[Contract("wallet", "5379", "request", "data", "医保钱包账户扣减")]
public sealed record DeductWalletRequest : Contract
{
    [Text(30, "人员编号"), Masked] public required string PsnNo   { get; init; }
    [Text(30, "结算id")]           public required string SetlId  { get; init; }
    [Text(30, "就诊id")]           public required string MdtrtId { get; init; }
}

/// <summary>What the wallet paid, in yuan; psnPay is what was owed before, as a text with two decimals. Document 医保钱包, table 212; stands in output.result.</summary>
[Contract("wallet", "5379", "response", "result", "医保钱包账户扣减")]
public sealed record DeductWalletReply : Contract
{
    [Text(50, "人员编号"), Masked]                public required string   PsnNo       { get; init; }
    [Text(30, "结算id", Length = "6")]            public required string   SetlId      { get; init; }
    [Text(200, "待个人支付金额")]                 public required string   PsnPay      { get; init; }
    [Money(16, "医保钱包支付金额")]               public required decimal  EnttAcctPay { get; init; }
    [Money(16, "待个人现金支付金额", Required = "")] public          decimal? CashAcctPay { get; init; }
}
