using System.Diagnostics;
using System.Security.Cryptography;
using YbPay.Center;
using YbPay.Sandbox.Plan;
using YbPay.Storage;

namespace YbPay.Cli.Bench.History;

/// <summary>Fills a centre's database with finished orders of the past, in big transactions, before the server starts.</summary>
internal static class HistoryFill
{
    private const int AtOnce = 20_000;

    /// <summary>Lengths of the sealed columns as real orders have them.</summary>
    private const int PersonBytes = 240, BillBytes = 2400, NoticeBytes = 1200, AnswerBytes = 700;

    /// <summary>How long it took.</summary>
    /// <param name="rows">What of <see cref="HistoryRows"/> is written.</param>
    public static async Task<TimeSpan> RunAsync(SandboxPlan plan, int orders, IReadOnlyList<string> rows, CancellationToken cancel)
    {
        if (orders == 0) return TimeSpan.Zero;
        var begun = Stopwatch.GetTimestamp();
        await using var database = await Databases.OpenAsync(plan.DatabaseOf(SandboxRoles.Center), typeof(CenterServices).Assembly, cancel);
        var partner = plan.File([]).Partners[0];
        var now = plan.Time.GetUtcNow();
        var common = new Dictionary<string, object?>
        {
            ["start"] = now.AddDays(-30).ToUnixTimeMilliseconds(),
            ["never"] = now.AddYears(10).ToUnixTimeMilliseconds(),
            ["org"] = partner.OrgCodg,
            ["app"] = partner.AppId,
            ["digest"] = RandomNumberGenerator.GetHexString(56, lowercase: true),
            ["person"] = RandomNumberGenerator.GetBytes(PersonBytes),
            ["bill"] = RandomNumberGenerator.GetBytes(BillBytes),
            ["notice"] = RandomNumberGenerator.GetBytes(NoticeBytes),
            ["answer"] = RandomNumberGenerator.GetBytes(AnswerBytes),
            ["hash"] = RandomNumberGenerator.GetBytes(32),
        };
        for (long first = 1; first <= orders; first += AtOnce)
        {
            var args = new Dictionary<string, object?>(common) { ["first"] = first, ["last"] = Math.Min(orders, first + AtOnce - 1) };
            await database.WriteAsync(
                async session =>
                {
                    foreach (var statement in rows) await session.ExecuteAsync(statement, args);
                },
                cancel);
        }

        if (database.Dialect == Dialect.Postgres) await SettleAsync(plan, cancel);
        return Stopwatch.GetElapsedTime(begun);
    }

    /// <summary>What the server would otherwise do by itself while it is being measured, once for a history that grew in minutes instead of months: vacuum, and statistics.</summary>
    private static async Task SettleAsync(SandboxPlan plan, CancellationToken cancel)
    {
        var place = plan.DatabaseOf(SandboxRoles.Center);
        await using var patient = await Databases.OpenAsync(new DatabaseOptions { Storage = place.Storage + ";Command Timeout=0", Schema = place.Schema }, typeof(CenterServices).Assembly, cancel);
        await patient.ReadAsync(session => session.ExecuteAsync("VACUUM (ANALYZE)"), cancel);
        await patient.ReadAsync(session => session.ExecuteAsync("CHECKPOINT"), cancel);
    }
}
