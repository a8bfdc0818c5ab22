namespace YbPay.Contracts.Dictionaries;

/// <summary>The verdict of a reconciliation.</summary>
public static class StmtRslt
{
    public const string Balanced = "000000";
    public const string MissingAtInstitution = "000101";
    public const string MissingAtCentre = "000102";
    public const string Different = "000103";

    public static CodeTable Table { get; } = new("stmt_rslt", "对账结果",
    [
        new(Balanced, "平"),
        new(MissingAtInstitution, "中心多") { Unverified = true, Note = "by inference" },
        new(MissingAtCentre, "医药机构多"),
        new(Different, "数据不一致"),
        new("0", "平账") { Region = Regions.Chongqing },
        new("1", "中心金额大于传入金额") { Region = Regions.Chongqing },
    ]);
}
