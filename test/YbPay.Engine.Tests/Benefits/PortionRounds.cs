using YbPay.Engine.Benefits;
using YbPay.Engine.Money;

namespace YbPay.Engine.Tests.Benefits;

public sealed class PortionRounds
{
    [Theory]
    [InlineData(1, 5_000, 1)] // half a fen goes up
    [InlineData(1, 4_999, 0)]
    [InlineData(3, 5_000, 2)]
    [InlineData(9_999, 10_000, 9_999)]
    [InlineData(12_345, 6_500, 8_024)] // 8024.25
    [InlineData(10_000_000_000_000, 3_333, 3_333_000_000_000)]
    [InlineData(Fen.Largest, 10_000, Fen.Largest)]
    [InlineData(Fen.Largest, 1, 1_000_000_000_000)]
    public void Half_up_to_the_fen(long amount, int share, long expected) => Portion.Of(new Fen(amount), share).ShouldBe(new Fen(expected));

    [Fact]
    public void A_limit_times_a_huge_quantity_is_the_largest_amount_and_does_not_overflow() =>
        Portion.Times(new Fen(Fen.Largest), long.MaxValue).ShouldBe(new Fen(Fen.Largest));

    [Fact]
    public void Negative_amounts_and_shares_beyond_the_whole_are_bugs()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Portion.Of(new Fen(-1), 1));
        Should.Throw<ArgumentOutOfRangeException>(() => Portion.Of(new Fen(1), 10_001));
        Should.Throw<ArgumentOutOfRangeException>(() => Portion.Times(new Fen(1), -1));
        Should.Throw<ArgumentOutOfRangeException>(() => LineSplit.Of(new BillLine(new Fen(-1), 1, CatalogueTerms.Unlisted)));
    }
}
