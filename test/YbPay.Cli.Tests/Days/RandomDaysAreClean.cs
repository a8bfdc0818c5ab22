using YbPay.Cli.Days;
using YbPay.Cli.Tests.Bench;

namespace YbPay.Cli.Tests.Days;

/// <summary>A short run of <c>ybpay demo --days</c>: faults, refunds, withdrawals, and all books clean afterwards.</summary>
[Collection(nameof(AloneOnTheMachine))]
public sealed class RandomDaysAreClean
{
    private const int Days = 20;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Every_order_ends_and_all_books_agree(string kind)
    {
        await using var place = TestPlace.Create(kind);
        var settings = new DaysSettings(Days, Seed: 1, Postgres: kind == BothDatabases.Postgres ? TestPlace.PostgresServer : null);

        var summary = await new DaysRun(settings, TextWriter.Null).RunAsync(TestContext.Current.CancellationToken);

        summary.Breaches.ShouldBeEmpty();
        summary.Lived.ShouldBe(Days);
        summary.Notes.Visits.ShouldBeGreaterThan(20);
        summary.Faults.Values.Sum().ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task The_same_seed_lives_the_same_days()
    {
        var settings = new DaysSettings(Days: 6, Seed: 11);

        var first = await new DaysRun(settings, TextWriter.Null).RunAsync(TestContext.Current.CancellationToken);
        var again = await new DaysRun(settings, TextWriter.Null).RunAsync(TestContext.Current.CancellationToken);

        again.Result().ShouldBe(first.Result());
        first.Notes.Visits.ShouldBeGreaterThan(5);
    }
}
