namespace YbPay.Contracts.Dictionaries;

/// <summary>What the hospital is told of a case; 11 and 12 are the relief fund's (粤就助).</summary>
public static class ClaimNode
{
    public const string None = "0";
    public const string Declaring = "1";
    public const string Costed = "2";
    public const string Tried = "3";
    public const string Settled = "4";
    public const string Withdrawn = "9";
    public const string ReliefApproved = "11";
    public const string ReliefPaid = "12";

    public static CodeTable Table { get; } = new("claimNode", "保险节点",
    [
        new(None, "案件不存在"),
        new(Declaring, "就医申报（已报案）"),
        new(Costed, "费用上传（已上传费用）"),
        new(Tried, "试算"),
        new(Settled, "结算"),
        new(Withdrawn, "案件撤销"),
        new(ReliefApproved, "粤就助受理审批完成"),
        new(ReliefPaid, "粤就助支付成功"),
    ]);
}
