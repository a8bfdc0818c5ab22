using System.Collections.Concurrent;
using YbPay.Storage.Statements;

namespace YbPay.Storage.Postgres;

/// <summary>A statement as PostgreSQL reads it: $1 for the first name, $2 for the second. Written once, so that the provider need not search every text for names at every use.</summary>
internal static class PostgresText
{
    private const int LargestMemory = 4096;
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    public static string Of(in StatementPlan plan)
    {
        if (plan.Arguments.Length == 0) return plan.Sql;
        if (!plan.MayCache) return ParameterNames.Numbered(plan.Sql);
        if (Known.TryGetValue(plan.Sql, out var text)) return text;
        if (Known.Count >= LargestMemory) Known.Clear();
        return Known[plan.Sql] = ParameterNames.Numbered(plan.Sql);
    }
}
