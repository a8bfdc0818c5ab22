using YbPay.Contracts;
using YbPay.Sandbox.Time;

namespace YbPay.Sandbox.Tests.Time;

public sealed class SandboxClockTests
{
    [Fact]
    public void The_clock_is_the_wall_clock_until_it_is_put_on()
    {
        var clock = new SandboxClock();

        (clock.GetUtcNow() - DateTimeOffset.UtcNow).Duration().ShouldBeLessThan(TimeSpan.FromSeconds(5));
        clock.Advance(TimeSpan.FromHours(2)).ShouldBe(TimeSpan.FromHours(2));
        (clock.GetUtcNow() - DateTimeOffset.UtcNow - TimeSpan.FromHours(2)).Duration().ShouldBeLessThan(TimeSpan.FromSeconds(5));
        clock.Advance(TimeSpan.FromMinutes(1)).ShouldBe(TimeSpan.FromMinutes(121));
    }

    [Fact]
    public void The_clock_never_goes_back_nor_beyond_ten_years()
    {
        var clock = new SandboxClock();

        Should.Throw<ArgumentOutOfRangeException>(() => clock.Advance(TimeSpan.FromTicks(-1)));
        Should.Throw<ArgumentOutOfRangeException>(() => clock.Advance(SandboxClock.Farthest + TimeSpan.FromTicks(1)));
        clock.Advance(SandboxClock.Farthest);
        Should.Throw<ArgumentOutOfRangeException>(() => clock.Advance(TimeSpan.FromTicks(1)));
    }

    [Fact]
    public void A_clock_of_its_own_begins_where_it_is_told()
    {
        var start = new DateTimeOffset(2031, 3, 1, 7, 0, 0, TimeSpan.FromHours(8));
        var clock = new SandboxClock(start);

        (clock.GetUtcNow() - start).ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromSeconds(5));
        clock.Offset.ShouldBe(TimeSpan.Zero);
        clock.Advance(TimeSpan.FromDays(1));
        (clock.GetUtcNow() - start).ShouldBeInRange(TimeSpan.FromDays(1), TimeSpan.FromDays(1) + TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_timer_rings_when_the_clock_is_put_on_to_it_and_not_before()
    {
        var clock = new SandboxClock();
        var (rung, sooner) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var timer = clock.CreateTimer(_ => rung.TrySetResult(), null, TimeSpan.FromHours(2), Timeout.InfiniteTimeSpan);
        using var other = clock.CreateTimer(_ => sooner.TrySetResult(), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromMinutes(61));
        await sooner.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        rung.Task.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromMinutes(59));
        await rung.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_periodic_timer_goes_on_by_the_clock_and_a_disposed_one_is_silent()
    {
        var clock = new SandboxClock();
        using (var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock))
            for (var i = 0; i < 3; i++)
            {
                var tick = timer.WaitForNextTickAsync(TestContext.Current.CancellationToken).AsTask();
                tick.IsCompleted.ShouldBeFalse();
                clock.Advance(TimeSpan.FromHours(1));
                (await tick.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)).ShouldBeTrue();
            }

        var rung = 0;
        clock.CreateTimer(_ => rung++, null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan).Dispose();
        clock.Advance(TimeSpan.FromHours(2));
        rung.ShouldBe(0);
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, 4, true)]
    [InlineData(0, 6, false)]
    [InlineData(120, 0, true)] // by the wall clock
    [InlineData(120, 120, true)] // by the sandbox's clock
    [InlineData(120, 60, false)]
    [InlineData(120, -6, false)]
    public void A_stamp_is_fresh_near_either_clock(int advancedMinutes, int stampMinutesFromWall, bool accepted)
    {
        var clock = new SandboxClock();
        clock.Advance(TimeSpan.FromMinutes(advancedMinutes));

        new SandboxFreshness(clock).Accepts(DateTimeOffset.UtcNow.AddMinutes(stampMinutesFromWall)).ShouldBe(accepted);
    }

    [Theory]
    [InlineData("PT2H", 120)]
    [InlineData("P1D", 1440)]
    [InlineData("PT90M", 90)]
    public void Iso_durations_are_read(string text, int minutes) => IsoDuration.Parse(text).ShouldBe(TimeSpan.FromMinutes(minutes));

    [Theory]
    [InlineData("2h")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("P99999999999Y")]
    public void What_is_no_iso_duration_is_null(string? text) => IsoDuration.Parse(text).ShouldBeNull();

    [Fact]
    public void A_day_in_China_begins_at_four_in_the_afternoon_before_by_UTC()
    {
        ChinaTime.Midnight(new(2026, 3, 1)).ToUnixTimeMilliseconds().ShouldBe(new DateTimeOffset(2026, 2, 28, 16, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds());
        ChinaTime.Iso(new(2026, 2, 28, 16, 0, 0, TimeSpan.Zero)).ShouldBe("2026-03-01T00:00:00+08:00");
    }
}
