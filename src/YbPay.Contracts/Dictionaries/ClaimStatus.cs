namespace YbPay.Contracts.Dictionaries;

/// <summary>The state of a case of the huimin platform.</summary>
public static class ClaimStatus
{
    public const string Withdrawn = "0";
    public const string Applied = "1";
    public const string Reported = "2";
    public const string Declared = "3";
    public const string Costed = "5";
    public const string Tried = "61";
    public const string Settled = "62";
    public const string Paid = "71";
    public const string Refused = "72";
    public const string Closed = "9";

    public static CodeTable Table { get; } = new("claimStatus", "理赔单状态",
    [
        new(Withdrawn, "已撤销"),
        new(Applied, "已申请"),
        new(Reported, "医院已报案"),
        new(Declared, "保司已申报"),
        new(Costed, "已上传费用"),
        new(Tried, "已试算"),
        new(Settled, "已结算"),
        new(Paid, "保司已赔付"),
        new(Refused, "保司已拒付"),
        new(Closed, "已结案"),
    ]);
}
