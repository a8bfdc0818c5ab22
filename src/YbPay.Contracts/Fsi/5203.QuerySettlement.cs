using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Fsi;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Asks for one settlement, as it was answered.</summary>
[Contract("fsi", "5203", "request", "input", "结算信息查询")]
public sealed record QuerySettlementRequest : Contract
{
    [Group("查询条件")] public required QuerySettlementData Data { get; init; }
}

/// <summary>Names the settlement by its setl_id, visit and insured person together.</summary>
[Contract("fsi", "5203", "request", "data", "结算信息查询")]
public sealed record QuerySettlementData : Contract
{
    [Text(30, "人员编号"), Masked] public required string PsnNo   { get; init; }
    [Text(30, "结算ID")]           public required string SetlId  { get; init; }
    [Text(30, "就诊ID")]           public required string MdtrtId { get; init; }
}

/// <summary>The settlement; amounts are negative where it is a counter-settlement.</summary>
[Contract("fsi", "5203", "response", "output", "结算信息查询")]
public sealed record QuerySettlementReply : Contract
{
    [Group("结算信息")]         public required SettlementInfo     Setlinfo   { get; init; }
    [List("结算基金分项信息")]  public          SettlementDetail[] Setldetail { get => field ?? []; init; }
    [Group("个人自付支付情况")] public          PaydownInfo?       Paydown    { get; init; }
}

/// <summary>
/// What accounts paid of the person's cash (5369, 5373, 5379) and what is still owed, in yuan. In force the four add up to the
/// settlement's psn_cash_pay, or to less while a bank has not said whether it paid: such an amount is neither owed nor deducted.
/// Once the settlement is taken back they are zero. Our own node: another core's answer has none.
/// </summary>
[Contract("fsi", "5203", "response", "paydown", "结算信息查询")]
public sealed record PaydownInfo : Contract
{
    [Money(16, "待个人现金支付金额")]   public required decimal CashOwed       { get; init; }
    [Money(16, "个人账户扣减金额")]     public required decimal AcctDeducted   { get; init; }
    [Money(16, "共济账户扣减金额")]     public required decimal MulaidDeducted { get; init; }
    [Money(16, "医保钱包扣减金额")]     public required decimal WalletDeducted { get; init; }
}
