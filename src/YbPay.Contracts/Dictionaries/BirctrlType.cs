namespace YbPay.Contracts.Dictionaries;

/// <summary>The family-planning operation.</summary>
public static class BirctrlType
{
    public static CodeTable Table { get; } = new("birctrl_type", "计划生育手术类别",
    [
        new("1", "放环"),
        new("2", "取环"),
        new("3", "流产术"),
        new("4", "引产术"),
        new("5", "绝育"),
        new("6", "绝育复通"),
        new("7", "绝育（输精管）"),
        new("8", "复通（输精管）"),
        new("9", "其他"),
    ]);
}
