using System.Globalization;
using YbPay.Contracts.Outcomes;
using YbPay.Contracts;
using YbPay.Storage;

namespace YbPay.Bureau.Features.Statements;

/// <summary>
/// Makes statements of days that are over, in their order, and stores them; from then on the database takes no entry for such a day. Each digest covers
/// the one of the day before, so a day cannot be changed afterwards without changing all that follow.
/// </summary>
internal static class StatementMaking
{
    /// <summary>After midnight messages of the old day may still be under way; none takes this long.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    /// <summary>The stored statement, made first when it is the first time that anybody asks.</summary>
    public static async Task<Outcome<DayStatement>> GetAsync(IDatabase database, string institution, DateOnly day, DateTimeOffset now, CancellationToken cancel)
    {
        if (await database.ReadAsync(session => StatementStore.FindAsync(session, institution, day), cancel) is { } stored) return stored;
        if (now < ChinaTime.Midnight(day.AddDays(1)) + Grace) return Refusals.StatementNotReady;
        while (true)
        {
            var next = await database.ReadAsync(session => NextAsync(session, institution), cancel);
            if (next is null || next > day) return Refusals.StatementNone;
            var made = await database.WriteAsync(session => MakeAsync(session, institution, next.Value), cancel);
            if (next == day) return made;
        }
    }

    /// <summary>Made again from the ledger as it is now, stored nowhere: the same bytes, or somebody changed something.</summary>
    public static async Task<DayStatement> RemakeAsync(DbSession session, string institution, DateOnly day)
    {
        var (from, to) = Span(day);
        var before = await StatementStore.FindAsync(session, institution, day.AddDays(-1));
        return DayStatement.Make(institution, day, before?.Digest ?? "", await StatementStore.EntriesAsync(session, institution, from, to));
    }

    private static async Task<DayStatement> MakeAsync(DbSession session, string institution, DateOnly day)
    {
        var made = await RemakeAsync(session, institution, day);
        await StatementStore.AddAsync(session, made, Span(day).To);
        return await StatementStore.FindAsync(session, institution, day) ?? throw new InvalidOperationException("A statement was stored and is not there.");
    }

    private static async Task<DateOnly?> NextAsync(DbSession session, string institution)
    {
        if (await StatementStore.LastAsync(session, institution) is { } last) return DateOnly.ParseExact(last.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(1);
        return await StatementStore.BeganAsync(session, institution) is { } began ? ChinaTime.Day(ChinaTime.Of(began)) : null;
    }

    private static (long From, long To) Span(DateOnly day) => (ChinaTime.Midnight(day).ToUnixTimeMilliseconds(), ChinaTime.Midnight(day.AddDays(1)).ToUnixTimeMilliseconds());
}
