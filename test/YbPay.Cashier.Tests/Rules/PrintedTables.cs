using System.Globalization;
using YbPay.Cashier.Tests.Browsers;

namespace YbPay.Cashier.Tests.Rules;

/// <summary>
/// Chapter 3's tables, row by row, against what the browser computes. Sizes are the document's pixels (a page 750 wide); a
/// phone shows them in proportion to its width. 中黑体 is weight 500, 常规体 400 (ruling H).
/// </summary>
public sealed class PrintedTables(CashierBrowser browser)
{
    private const int DesignWidth = 750;

    /// <summary>Document row | page | selector | what the table prints: size in px, weight and colour, or one property.</summary>
    private const string Rows = """
        A.2 卡片圆角                 | cashier        | .card.fee            | radius 16
        A.2 卡片圆角                 | cashier        | .card.channels       | radius 16
        A.2 卡片描边                 | cashier        | .card.fee            | border 1 #E6E6E6
        A.2 机构图标尺寸             | cashier        | .org-icon            | size 80 80
        A.2 机构名称文字样式         | cashier        | .org-name            | text 36 500 #FFFFFF
        A.2 费用总额文字样式         | cashier        | .total-label         | text 36 500 #606266
        A.2 医保基金支付文字样式     | cashier        | .line.fund dt        | text 28 400 #909399
        A.2 医保基金支付文字样式     | cashier        | .line.account dt     | text 28 400 #909399
        A.2 医保基金支付文字样式     | cashier        | .line.other dt       | text 28 400 #909399
        A.2 现金支付文字样式         | cashier        | .line.cash dt        | text 32 500 #3B71E8
        A.2 现金支付文字样式         | cashier        | .line.cash dd        | text 32 500 #3B71E8
        A.2 查看明细文字样式         | cashier        | .more                | text 28 400 #606266
        A.2 支付方式文字样式         | cashier        | .channels-title      | text 30 400 #303133
        A.2 支付方式文字样式         | cashier        | .channel-name        | text 30 400 #303133
        A.2 内容文字样式             | cashier        | .line.fund dd        | text 28 400 #606266
        A.2 支付金额文字样式         | cashier        | .due-amount          | text 44 500 #3B71E8
        A.2 按钮文字样式             | cashier        | .button              | text 36 500 #FFFFFF
        A.2 支付渠道图标大小         | cashier        | .channel-icon        | size 50 50
        A.2 机构图标尺寸             | cashier-single | .org-icon            | size 80 80
        A.2 支付方式文字样式         | cashier-single | .channel-name        | text 30 400 #303133
        A.2 支付渠道图标大小         | cashier-single | .channel-icon        | size 50 50
        A.2 支付金额文字样式         | cashier-single | .due-amount          | text 44 500 #3B71E8
        A.4 弹窗卡片圆角             | cashier#detail | .detail              | radius 32
        A.4 信息卡片圆角             | cashier#detail | .info                | radius 12
        A.4 信息卡片描边             | cashier#detail | .info                | border 2 #E6E6E6
        A.4 处方明细文字样式         | cashier#detail | .detail-title        | text 40 500 #303133
        A.4 费用总额文字样式         | cashier#detail | .detail-total-label  | text 36 500 #606266
        A.4 就诊信息等标题文字样式   | cashier#detail | .visit .info-title   | text 32 500 #303133
        A.4 就诊信息等标题文字样式   | cashier#detail | .fees .info-title    | text 32 500 #303133
        A.4 门诊类别等内容文字样式   | cashier#detail | .visit dd            | text 28 400 #606266
        A.4 门诊类别等内容文字样式   | cashier#detail | .diagnosis li        | text 28 400 #606266
        A.4 费用总额金额数字文字样式 | cashier#detail | .detail-total-amount | text 28 500 #3B71E8
        A.4 药品规格文字样式         | cashier#detail | .item-spec           | text 28 400 #909399
        3.1 主按钮医保蓝             | cashier        | .button              | background #3B71E8
        3.1 主色调医保蓝             | cashier        | .org                 | background #3B71E8
        3.1 主内容                   | paid           | .outcome-title       | colour #303133
        3.1 主标题                   | paid           | .outcome-text        | colour #606266
        3.8 提示文本最大宽度         | loading        | .loading-text        | most 560
        """;

    private static readonly string[][] Table = [.. Rows.Split('\n').Select(row => row.Split('|', StringSplitOptions.TrimEntries))];

    public static TheoryData<string, int> PagesAndWidths =>
        [.. Table.Select(row => row[1]).Distinct().SelectMany(page => (int[])[375, 430], (page, width) => new TheoryDataRow<string, int>(page, width))];

    /// <summary>On a screen 750 device pixels wide, as the document's: a browser draws lines in whole device pixels, so that there a line is what is printed.</summary>
    [Theory]
    [MemberData(nameof(PagesAndWidths))]
    public async Task The_page_is_drawn_as_printed(string page, int width)
    {
        await using var server = await PageServer.StartAsync();
        await using var screen = await browser.WithScreenAsync((double)DesignWidth / width);
        await using var phone = await Phone.StartAsync(screen, server.At(page), new Display(width, IsScreenReal: true));
        foreach (var row in Table.Where(row => row[1] == page))
            foreach (var (property, expected) in Expected(row[3].Split(' ')))
                await CompareAsync(phone, row, property, expected, width);
    }

    private static IEnumerable<(string Property, string Expected)> Expected(string[] rule) => rule[0] switch
    {
        "radius" => [("border-top-left-radius", rule[1]), ("border-bottom-right-radius", rule[1])],
        "border" => [("border-top-width", rule[1]), ("border-left-style", "solid"), ("border-top-color", rule[2])],
        "size" => [("width", rule[1]), ("height", rule[2])],
        "text" => [("font-size", rule[1]), ("font-weight", rule[2]), ("color", rule[3])],
        "background" => [("background-color", rule[1])],
        "colour" => [("color", rule[1])],
        "most" => [("max-width", rule[1])],
        _ => throw new InvalidOperationException($"The table has no rule {rule[0]}."),
    };

    private static async Task CompareAsync(Phone phone, string[] row, string property, string expected, int width)
    {
        var actual = await phone.StyleAsync(row[2], property);
        var about = $"{row[0]}: {row[2]} {property} at {width}";
        if (expected.StartsWith('#')) actual.ShouldBe(Rgb(expected), about);
        else if (property is "font-weight" or "border-left-style") actual.ShouldBe(expected, about);
        else
        {
            var pixels = double.Parse(expected, CultureInfo.InvariantCulture) * width / DesignWidth;
            double.Parse(actual.Replace("px", "", StringComparison.Ordinal), CultureInfo.InvariantCulture).ShouldBe(pixels, 0.005, about);
        }
    }

    private static string Rgb(string hex) => $"rgb({Convert.ToInt32(hex[1..3], 16)}, {Convert.ToInt32(hex[3..5], 16)}, {Convert.ToInt32(hex[5..7], 16)})";
}
