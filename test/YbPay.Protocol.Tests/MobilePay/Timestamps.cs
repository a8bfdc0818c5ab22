using YbPay.Protocol.MobilePay;

namespace YbPay.Protocol.Tests.MobilePay;

public class Timestamps
{
    [Theory]
    [InlineData("1700000000000", "2023-11-14T22:13:20.000Z")]
    [InlineData("0000000000000", "1970-01-01T00:00:00.000Z")]
    [InlineData("20200207175759", "2020-02-07T09:57:59.000Z")]
    [InlineData("20161226093147927", "2016-12-26T01:31:47.927Z")]
    [InlineData("20240229000000", "2024-02-28T16:00:00.000Z")]
    public void Are_read(string text, string expected)
    {
        MobileTimestamp.TryParse(Partnership.Bytes(text), out var stamp).ShouldBeTrue();
        stamp.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1700000000")]
    [InlineData("170000000000")]
    [InlineData("202002071757590")]
    [InlineData("2020020717575912")]
    [InlineData("20230229000000")]
    [InlineData("20231301000000")]
    [InlineData("20231200000000")]
    [InlineData("20231201240000")]
    [InlineData("20231201236000")]
    [InlineData("20231201235960")]
    [InlineData("00000101000000")]
    [InlineData("00010101000000")]
    [InlineData("-170000000000")]
    [InlineData("+170000000000")]
    [InlineData("17000000000.0")]
    [InlineData("１７０００００")]
    [InlineData("2020-02-07 17:")]
    public void Of_no_known_form_are_refused(string text) => MobileTimestamp.TryParse(Partnership.Bytes(text), out _).ShouldBeFalse();

    [Fact]
    public void Are_written_with_thirteen_digits() => MobileTimestamp.Write(Partnership.Now).ShouldBe("1700000000000");

    [Fact]
    public void Ever_so_far_from_the_clock_are_stale_not_an_error()
    {
        foreach (var text in (string[])["9999999999999", "00010102000000", "99991231235959"])
        {
            MobileTimestamp.TryParse(Partnership.Bytes(text), out var stamp).ShouldBeTrue();
            Partnership.AtNow.Accepts(stamp).ShouldBeFalse();
        }
    }
}
