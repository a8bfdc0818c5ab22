namespace YbPay.Bureau.Tests.Hosting;

/// <summary>Catalogue items of the default seed, by what matters in a test.</summary>
internal static class SeedItems
{
    public const string ClassA = "XJ01CAA040E001010101745";

    /// <summary>Class B, first 10 %, limit 120.00.</summary>
    public const string ClassB = "002203010010000-220301001";

    public const string ClassC = "001101000010000-110100001";
}
