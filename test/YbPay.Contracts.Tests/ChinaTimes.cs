using System.Globalization;

namespace YbPay.Contracts.Tests;

/// <summary>China's clock and calendar, eight hours ahead of UTC in summer and winter.</summary>
public sealed class ChinaTimes
{
    private static readonly DateTimeOffset Evening = new(2026, 2, 28, 16, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_moment_is_written_as_a_clock_in_China_shows_it()
    {
        ChinaTime.Digits(Evening).ShouldBe("20260301000000");
        ChinaTime.Digits(Evening.ToUnixTimeMilliseconds()).ShouldBe("20260301000000");
        ChinaTime.Text(Evening).ShouldBe("2026-03-01 00:00:00");
        ChinaTime.Iso(Evening).ShouldBe("2026-03-01T00:00:00+08:00");
        ChinaTime.Year(new(2025, 12, 31, 16, 0, 0, TimeSpan.Zero)).ShouldBe("2026");
    }

    [Fact]
    public void A_day_begins_at_Chinas_midnight()
    {
        ChinaTime.Day(Evening).ShouldBe(new DateOnly(2026, 3, 1));
        ChinaTime.Day(Evening.AddTicks(-1)).ShouldBe(new DateOnly(2026, 2, 28));
        ChinaTime.Midnight(new(2026, 3, 1)).ShouldBe(Evening);
        ChinaTime.StartOfDay("2026-03-01 13:14:15").ShouldBe(Evening.ToUnixTimeMilliseconds());
    }

    [Theory]
    [InlineData("20260301000000", "2026-02-28T16:00:00")]
    [InlineData("20240229235959", "2024-02-29T15:59:59")]
    [InlineData("20260229000000", null)]
    [InlineData("20260301240000", null)]
    [InlineData("2026030100000", null)]
    [InlineData("00010101000000", null)] // eight hours before the first moment there is
    [InlineData("", null)]
    public void Fourteen_digits_are_a_moment_or_none(string digits, string? utc) =>
        ChinaTime.FromDigits(digits).ShouldBe(utc is null ? null : DateTimeOffset.Parse(utc + "Z", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2026-02-29")]
    [InlineData("0001-01-01")]
    [InlineData("2026-3-1")]
    [InlineData("")]
    public void What_is_no_day_begins_never(string text) => ChinaTime.StartOfDay(text).ShouldBeNull();
}
