namespace YbPay.Contracts.Dictionaries;

/// <summary>How Chinese medicine is prescribed.</summary>
public static class TcmdrugUsedWay
{
    public static CodeTable Table { get; } = new("tcmdrug_used_way", "中药使用方式",
    [
        new("1", "复方"),
        new("2", "单方"),
    ]);
}
