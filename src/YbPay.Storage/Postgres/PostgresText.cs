using System.Collections.Concurrent;
using YbPay.Storage.Statements;

namespace YbPay.Storage.Postgres;

/// <summary>A statement as PostgreSQL reads it: $1 for the first name, $2 for the second. Written once, so that the provider need not search every text for names at every use.</summary>
internal static class PostgresText
{
    private const int LargestMemory = 4096;
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, string> KnownGuarded = new(StringComparer.Ordinal);

    public static string Of(in StatementPlan plan)
    {
        if (plan.Arguments.Length == 0) return plan.Sql;
        if (!plan.MayCache) return ParameterNames.Numbered(plan.Sql);
        if (Known.TryGetValue(plan.Sql, out var text)) return text;
        if (Known.Count >= LargestMemory) Known.Clear();
        return Known[plan.Sql] = ParameterNames.Numbered(plan.Sql);
    }

    /// <summary>The write, failing with a division by zero unless it changes as many rows as its last argument says.</summary>
    public static string Guarded(in StatementPlan plan)
    {
        if (!plan.MayCache) return Guarded(Of(plan), plan.Arguments.Length);
        if (KnownGuarded.TryGetValue(plan.Sql, out var text)) return text;
        if (KnownGuarded.Count >= LargestMemory) KnownGuarded.Clear();
        return KnownGuarded[plan.Sql] = Guarded(Of(plan), plan.Arguments.Length);
    }

    private static string Guarded(string write, int arguments) =>
        $"WITH changed AS ({write} RETURNING 1) SELECT 1 / CASE WHEN COUNT(*) = ${arguments + 1} THEN 1 ELSE 0 END FROM changed";
}
