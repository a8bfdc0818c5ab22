using YbPay.Protocol.Files;

namespace YbPay.Client.Tests;

/// <summary>The huimin platform's statement, read and held against a hospital's own records.</summary>
public sealed class StatementsAreCompared
{
    private const string Line = "CP2026112010000000000001!|H00000001!|张三!|4209******272472!|20261120!|165056!|01!|9547!|****9569!|44010001!|示例医院!|满减!|47!|1000!|";

    [Fact]
    public async Task Every_field_is_read_from_the_zip()
    {
        var statement = await HuiminStatement.ReadAsync(TextZip.Write("a.txt", Line + "\n"), TestContext.Current.CancellationToken);
        var line = statement.Lines.ShouldHaveSingleItem();
        (line.QueryId, line.OrderId, line.IsRefund, line.Amount, line.Discount, line.Insured).ShouldBe(("CP2026112010000000000001", "H00000001", false, 9547, 47, 1000));
        (line.Name.Reveal(), line.IdNo.Reveal(), line.Card, line.HospitalId, line.HospitalName, line.Coupon).ShouldBe(("张三", "4209******272472", "****9569", "44010001", "示例医院", "满减"));
        line.At.ShouldBe(new DateTimeOffset(2026, 11, 20, 16, 50, 56, TimeSpan.FromHours(8)));
        line.ToString().ShouldNotContain("张三");
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData(Line, 1)]
    [InlineData(Line + "\n" + Line + "\n", 2)]
    [InlineData(Line + "\r\n" + Line + "\r\n", 2)]
    public void Line_ends_are_taken_as_they_come(string text, int lines) => HuiminStatement.Parse(text).Lines.Count.ShouldBe(lines);

    [Theory]
    [InlineData("9547", "-9547")]
    [InlineData("9547", "95.47")]
    [InlineData("01!|9547", "03!|9547")]
    [InlineData("20261120", "20261131")]
    [InlineData("!|1000!|", "!|")]
    [InlineData("!|1000!|", "!|1000!|x!|")]
    [InlineData("H00000001", "")]
    public void What_is_no_line_is_named(string right, string wrong) =>
        Should.Throw<InvalidDataException>(() => HuiminStatement.Parse(Line + "\n" + Line.Replace(right, wrong, StringComparison.Ordinal))).Message.ShouldContain("第2行");

    [Fact]
    public async Task What_is_no_zip_is_refused() => await Should.ThrowAsync<InvalidDataException>(() => HuiminStatement.ReadAsync("no zip"u8.ToArray(), TestContext.Current.CancellationToken));

    [Fact]
    public void Differences_are_found_on_both_sides_and_lines_of_one_order_are_added_up()
    {
        var statement = HuiminStatement.Parse(string.Join('\n', Of("D1", false, 500), Of("D2", false, 300), Of("D1", true, 100), Of("D1", true, 20), Of("D3", false, 0)));
        statement.Compare([new("D1", false, 500), new("D1", true, 120), new("D2", false, 300), new("D3", false, 0)]).ShouldBeEmpty();
        statement.Compare([new("D1", false, 500), new("D1", true, 100), new("D3", false, 0), new("D4", false, 7)]).ShouldBe(
        [
            new HuiminStatementDifference("D1", true, 100, 120), new HuiminStatementDifference("D2", false, null, 300), new HuiminStatementDifference("D4", false, 7, null),
        ]);
        HuiminStatement.Parse("").Compare([new("D3", false, 0)]).ShouldHaveSingleItem().Theirs.ShouldBeNull();
    }

    private static string Of(string orderId, bool isRefund, long amount) =>
        Line.Replace("H00000001", orderId, StringComparison.Ordinal).Replace("!|01!|9547!|", $"!|{(isRefund ? "02" : "01")}!|{amount}!|", StringComparison.Ordinal);
}
