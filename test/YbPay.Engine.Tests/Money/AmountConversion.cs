using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using YbPay.Engine.Money;

namespace YbPay.Engine.Tests.Money;

/// <summary>Yuan of the wire in, fen inside, yuan with two decimals out.</summary>
public class AmountConversion
{
    /// <summary>Every magnitude from one digit to nineteen alike; plain random longs would nearly all be enormous.</summary>
    private static readonly Gen<long> AnyFen =
        from high in Gen.Choose(int.MinValue, int.MaxValue)
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        from shift in Gen.Choose(0, 63)
        select unchecked(((long)high << 32) | (uint)low) >> shift;

    public static TheoryData<string> Accepted => TextTable.Rows("""
        # yuan                  | fen
        0                       | 0
        -0.00                   | 0
        0.01                    | 1
        1                       | 100
        1.5                     | 150
        1.500000                | 150
        -12.34                  | -1234
        21474836.47             | 2147483647
        21474836.48             | 2147483648          # the first amount beyond 31 bits
        42949672.96             | 4294967296          # and beyond 32
        99999999999999.99       | 9999999999999999
        -99999999999999.99      | -9999999999999999
        """);

    [Theory, MemberData(nameof(Accepted))]
    public void Yuan_become_fen_and_yuan_again(string row)
    {
        var cells = TextTable.Cells(row);
        var fen = Fen.FromYuan(TextTable.Yuan(cells[0])).ShouldNotBeNull();
        fen.Value.ShouldBe(long.Parse(cells[1], CultureInfo.InvariantCulture));
        fen.ToYuan().ShouldBe(TextTable.Yuan(cells[0]));
    }

    [Theory]
    [InlineData("0.001")]
    [InlineData("-0.009")]
    [InlineData("1.005")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("100000000000000.00")]
    [InlineData("99999999999999.991")]
    [InlineData("-100000000000000")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    public void Yuan_that_no_field_can_hold_are_no_amount(string yuan) => Fen.FromYuan(TextTable.Yuan(yuan)).ShouldBeNull();

    [Fact]
    public void Every_amount_within_the_documents_survives_the_round_trip() =>
        Prop.ForAll(AnyFen.ToArbitrary(), value =>
        {
            var within = value is >= -Fen.Largest and <= Fen.Largest;
            Fen.FromYuan(new Fen(value).ToYuan()).ShouldBe(within ? new Fen(value) : null);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Fact]
    public void Every_long_is_printed_with_exactly_two_decimals_and_its_sign() =>
        Prop.ForAll(AnyFen.ToArbitrary(), IsPrintedExactly).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(long.MinValue + 1)]
    [InlineData(long.MaxValue)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(0x7FFFFFFF)]
    [InlineData(0x80000000)]
    [InlineData(0xFFFFFFFF)]
    [InlineData(0x100000000)]
    [InlineData(-0x80000000L)]
    public void The_edges_are_printed_exactly_too(long value) => IsPrintedExactly(value);

    [Fact]
    public void Sums_beyond_a_long_are_an_error_and_never_wrap()
    {
        Should.Throw<OverflowException>(() => new Fen(long.MaxValue) + new Fen(1));
        Should.Throw<OverflowException>(() => new Fen(long.MinValue) - new Fen(1));
        Should.Throw<OverflowException>(() => -new Fen(long.MinValue));
    }

    private static void IsPrintedExactly(long value)
    {
        var yuan = new Fen(value).ToYuan();
        yuan.Scale.ShouldBe((byte)2);
        (yuan * 100m).ShouldBe(value);
        var digits = value.ToString(CultureInfo.InvariantCulture).TrimStart('-').PadLeft(3, '0');
        new Fen(value).ToString().ShouldBe($"{(value < 0 ? "-" : "")}{digits[..^2]}.{digits[^2..]}");
    }
}
