using YbPay.Contracts;

namespace YbPay.Engine.Credit;

/// <summary>
/// The days within which a refund may come (HOS00004, note 1): 30, or up to 90 where the hospital has agreed so with its acquirer. Whole days of
/// China's calendar (UTC+8, no summer time): the hour of the payment does not matter.
/// </summary>
public readonly record struct RefundWindow
{
    /// <summary>Without any agreement.</summary>
    public const int UsualDays = 30;

    /// <summary>With an agreement.</summary>
    public const int MostDays = 90;

    private readonly int _beyondUsual;

    /// <exception cref="ArgumentOutOfRangeException">Fewer than 30 days or more than 90.</exception>
    public RefundWindow(int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, UsualDays);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MostDays);
        _beyondUsual = days - UsualDays;
    }

    /// <summary>How many days after the day of the payment a refund is still taken.</summary>
    public int Days => UsualDays + _beyondUsual;

    /// <summary>The last day on which a refund of a payment made at <paramref name="paidAt"/> is taken.</summary>
    public DateOnly LastDay(DateTimeOffset paidAt) => ChinaTime.Day(paidAt).AddDays(Days);

    /// <summary>A refund asked for at <paramref name="now"/> is not too late.</summary>
    public bool IsOpen(DateTimeOffset paidAt, DateTimeOffset now) => ChinaTime.Day(now) <= LastDay(paidAt);
}
