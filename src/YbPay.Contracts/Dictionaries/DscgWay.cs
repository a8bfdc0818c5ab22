namespace YbPay.Contracts.Dictionaries;

/// <summary>How the stay ended.</summary>
public static class DscgWay
{
    public static CodeTable Table { get; } = new("dscg_way", "离院方式",
    [
        new("1", "医嘱离院"),
        new("2", "医嘱转院"),
        new("3", "医嘱转社区"),
        new("4", "非医嘱离院"),
        new("5", "死亡"),
        new("9", "其他"),
    ]);
}
