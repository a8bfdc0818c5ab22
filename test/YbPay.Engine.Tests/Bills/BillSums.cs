using YbPay.Engine.Bills;

namespace YbPay.Engine.Tests.Bills;

/// <summary>The sums of an uploaded bill (ruling C5): a line is number:amount:count:price.</summary>
public class BillSums
{
    public static TheoryData<string> Bills => TextTable.Rows("""
        # medfeeSumamt       | lines                                              | outcome
        30.00                | 1:10.00:1:10.00 2:20.00:2:10.00                    | 30.00
        30                   | 1:30:1:30                                          | 30.00
        10.00                | 1:10.00:1:10.00 2:0:1:0                            | 10.00      # a line that costs nothing
        99999999999999.99    | 1:99999999999999.99:1:99999999999999.99            | 99999999999999.99
        # The total itself.
        0                    | 1:0:1:0                                            | AmountInvalid
        -30.00               | 1:-30.00:1:-30.00                                  | AmountInvalid
        30.001               | 1:30.001:1:30.001                                  | AmountInvalid
        100000000000000.00   | 1:1.00:1:1.00                                      | AmountInvalid
        79228162514264337593543950335 | 1:1.00:1:1.00                             | AmountInvalid
        # One line's numbers.
        30.00                | 1:29.995:1:29.995 2:0.005:1:0.005                  | AmountInvalid  # adds up, and is no money
        30.00                | 1:40.00:1:40.00 2:-10.00:1:-10.00                  | AmountInvalid
        30.00                | 1:30.00:-1:-30.00                                  | AmountInvalid
        30.00                | 1:30.00:0:30.00                                    | AmountInvalid
        30.00                | 1:30.00:1:30.00 2:0:0:0                            | AmountInvalid
        30.00                | 1:30.00:79228162514264337593543950335:79228162514264337593543950335 | AmountInvalid
        30.00                | 1:30.00:100000000000000:0.0000000000003            | AmountInvalid
        30.00                | 1:100000000000000.00:1:1                           | AmountInvalid
        # Price by count.
        1.00                 | 1:1.00:3:0.333333                                  | 1.00
        0.67                 | 1:0.67:2.5:0.2665                                  | 0.67       # 0.66625 rounded up
        0.66                 | 1:0.66:2.5:0.2665                                  | 0.66       # and cut off
        10.00                | 1:10.00:3:3.33                                     | 10.00      # the unit price was rounded
        10.01                | 1:10.01:1:10.00                                    | 10.01      # one fen is rounding
        10.02                | 1:10.02:1:10.00                                    | SumDiffers # two are not
        9.98                 | 1:9.98:1:10.00                                     | SumDiffers
        30.00                | 1:30.00:2:30.00                                    | SumDiffers
        99999999999999.99    | 1:99999999999999.99:99999999999999.99:99999999999999.99 | SumDiffers
        # The lines together.
        30.00                | 1:10.00:1:10.00 2:19.99:1:19.99                    | SumDiffers
        30.00                | 1:10.00:1:10.00 2:20.01:1:20.01                    | SumDiffers
        30.00                | -                                                  | SumDiffers # no line at all
        0.01                 | 1:99999999999999.99:1:99999999999999.99            | SumDiffers
        # Numbers of lines: compared as written.
        30.00                | 1:10.00:1:10.00 1:20.00:2:10.00                    | LineNumberRepeated
        30.00                | a:10.00:1:10.00 A:20.00:2:10.00                    | 30.00
        30.00                | 1:10.00:1:10.00 01:20.00:2:10.00                   | 30.00
        # Where two apply the upper of the list is answered.
        30.00                | 1:10.00:1:10.00 1:20.00:2:9.00                     | SumDiffers
        30.00                | 1:10.00:1:10.00 1:20.001:1:20.001                  | AmountInvalid
        31.00                | 1:10.00:1:99.00 2:20.001:1:20.001                  | AmountInvalid
        """);

    [Theory, MemberData(nameof(Bills))]
    public void A_bill_is_taken_only_when_it_adds_up(string row)
    {
        var cells = TextTable.Cells(row);
        var lines = cells[1..^1].Where(cell => cell != "-").Select(Line).ToList();
        BillRules.Total(TextTable.Yuan(cells[0]), lines, default).Named(total => total.ToString()).ShouldBe(cells[^1]);
    }

    public static TheoryData<string> PartsOfABill => TextTable.Rows("""
        # a bill of 30.00: fullyOwnPaid overLimit firstOwnPaid inScope | outcome
        -        -        -        -        | ok
        5.00     -        5.00     20.00    | ok
        5.00     0        5.00     20.00    | ok
        5.00     2.00     3.00     20.00    | ok            # over the limit counted beside
        5.00     2.00     5.00     20.00    | ok            # and counted within another part
        5.00     -        -        20.00    | ok            # not all are given: nothing to add
        5.00     -        5.00     20.01    | SumDiffers
        5.00     -        5.00     19.99    | SumDiffers
        5.00     1.00     3.00     20.00    | SumDiffers
        # No part is below zero or a fraction of a fen, whether or not the sum is right.
        -5.00    -        5.00     30.00    | AmountInvalid
        5.00     -        -5.00    30.00    | AmountInvalid
        10.00    -        30.00    -10.00   | AmountInvalid
        10.00    -5.00    5.00     20.00    | AmountInvalid
        -1.00    -        -        -        | AmountInvalid
        5.005    -        4.995    20.00    | AmountInvalid
        -        -        -        79228162514264337593543950335 | AmountInvalid
        79228162514264337593543950335 - 79228162514264337593543950335 1 | AmountInvalid
        99999999999999.99 99999999999999.99 99999999999999.99 99999999999999.99 | SumDiffers
        """);

    [Theory, MemberData(nameof(PartsOfABill))]
    public void The_optional_parts_add_up_when_all_are_given(string row)
    {
        var cells = TextTable.Cells(row);
        var given = cells[..4].Select(TextTable.YuanIfAny).ToArray();
        BillRules.Total(30.00m, [Line("1:30.00:1:30.00")], new(given[0], given[1], given[2], given[3]))
            .Named(_ => "ok").ShouldBe(cells[4]);
    }

    [Fact]
    public void A_thousand_lines_of_the_largest_amount_are_refused_and_do_not_overflow()
    {
        var lines = Enumerable.Range(1, 1000).Select(n => Line($"{n}:99999999999999.99:1:99999999999999.99")).ToList();
        BillRules.Total(99999999999999.99m, lines, default).Named(_ => "ok").ShouldBe("SumDiffers");
    }

    private static LineAmount Line(string cell)
    {
        var parts = cell.Split(':');
        return new(parts[0], TextTable.Yuan(parts[1]), TextTable.Yuan(parts[2]), TextTable.Yuan(parts[3]));
    }
}
