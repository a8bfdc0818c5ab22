using System.Text;

namespace YbPay.Storage.Statements;

/// <summary>Finds <c>@name</c> in a statement, outside quoted text and comments.</summary>
internal static class ParameterNames
{
    public static List<string> In(string sql)
    {
        var names = new List<string>();
        foreach (var (start, length) in Places(sql))
        {
            var name = sql.Substring(start + 1, length - 1);
            if (!names.Contains(name, StringComparer.OrdinalIgnoreCase)) names.Add(name);
        }

        return names;
    }

    public static string Replace(string sql, string name, string by)
    {
        var text = new StringBuilder();
        var done = 0;
        foreach (var (start, length) in Places(sql))
        {
            if (!sql.AsSpan(start + 1, length - 1).Equals(name, StringComparison.OrdinalIgnoreCase)) continue;
            text.Append(sql, done, start - done).Append(by);
            done = start + length;
        }

        return text.Append(sql, done, sql.Length - done).ToString();
    }

    /// <summary>$1 for the first name and wherever it stands again, $2 for the second.</summary>
    public static string Numbered(string sql)
    {
        var names = In(sql);
        var text = new StringBuilder();
        var done = 0;
        foreach (var (start, length) in Places(sql))
        {
            var name = sql.Substring(start + 1, length - 1);
            text.Append(sql, done, start - done).Append('$').Append(1 + names.FindIndex(known => known.Equals(name, StringComparison.OrdinalIgnoreCase)));
            done = start + length;
        }

        return text.Append(sql, done, sql.Length - done).ToString();
    }

    private static IEnumerable<(int Start, int Length)> Places(string sql)
    {
        for (var i = 0; i < sql.Length; i++)
        {
            if (sql[i] is '\'' or '"') i = EndOf(sql, sql[i], i + 1);
            else if (sql[i] == '-' && i + 1 < sql.Length && sql[i + 1] == '-') i = EndOf(sql, '\n', i + 2);
            else if (sql[i] == '@')
            {
                var end = i + 1;
                while (end < sql.Length && (char.IsAsciiLetterOrDigit(sql[end]) || sql[end] == '_')) end++;
                if (end > i + 1) yield return (i, end - i);
                i = end - 1;
            }
        }
    }

    private static int EndOf(string sql, char mark, int from)
    {
        var end = sql.IndexOf(mark, from);
        return end < 0 ? sql.Length : end;
    }
}
