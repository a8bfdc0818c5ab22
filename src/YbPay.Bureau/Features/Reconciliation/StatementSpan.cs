using YbPay.Contracts;

namespace YbPay.Bureau.Features.Reconciliation;

/// <summary>The days of a check, both included, in China's time.</summary>
internal readonly record struct StatementSpan(long From, long To)
{
    private const long Day = 24 * 60 * 60 * 1000;

    /// <summary>Null when they are no days or in the wrong order.</summary>
    public static StatementSpan? Of(string begin, string end) =>
        ChinaTime.StartOfDay(begin) is { } from && ChinaTime.StartOfDay(end) is { } to && from <= to ? new StatementSpan(from, to + Day) : null;
}
