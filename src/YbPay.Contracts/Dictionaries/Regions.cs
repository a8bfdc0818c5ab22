namespace YbPay.Contracts.Dictionaries;

/// <summary>The leading digits of admdvs of the regions that have overlays.</summary>
public static class Regions
{
    public const string Jilin = "22";

    public const string Hunan = "43";

    public const string Chongqing = "50";

    public const string Qingyuan = "4418";
}
