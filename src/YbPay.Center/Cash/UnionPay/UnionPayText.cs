using System.Text;
using YbPay.Contracts;

namespace YbPay.Center.Cash.UnionPay;

/// <summary>The gateway's messages as text. Pure.</summary>
internal static class UnionPayText
{
    public const string Signature = "signature";
    private const int StampLength = 14;

    /// <summary>What is signed: <c>k=v</c> joined by <c>&amp;</c>, keys in the order of their bytes, the signature itself left out.</summary>
    public static string ToSign(IReadOnlyDictionary<string, string> fields) =>
        string.Join('&', fields.Where(field => field.Key != Signature).OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Value}"));

    /// <summary>
    /// Reads a reply: <c>k=v</c> joined by <c>&amp;</c>, nothing encoded, and no separators inside braces or brackets. Null when a name is
    /// missing or stands twice.
    /// </summary>
    public static IReadOnlyDictionary<string, string>? Read(string text)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var (depth, from) = (0, 0);
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && text[at] is '{' or '[') depth++;
            if (at < text.Length && text[at] is '}' or ']') depth--;
            if (at < text.Length && (depth > 0 || text[at] != '&')) continue;
            var equals = text.IndexOf('=', from, at - from);
            if (equals <= from || !fields.TryAdd(text[from..equals], text[(equals + 1)..at])) return null;
            from = at + 1;
        }

        return fields;
    }

    /// <summary>Reads a notice: an ordinary form. Null when a name stands twice.</summary>
    public static IReadOnlyDictionary<string, string>? ReadForm(ReadOnlySpan<byte> body)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in Encoding.UTF8.GetString(body).Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || !fields.TryAdd(Decoded(pair[..equals]), Decoded(pair[(equals + 1)..]))) return null;
        }

        return fields;
    }

    /// <summary>The time in one of our own numbers (letters, then yyyyMMddHHmmss in China): orderId and txnTime together name a transaction.</summary>
    public static DateTimeOffset? TimeIn(string ownNumber)
    {
        var digits = ownNumber.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
        return digits.Length >= StampLength ? ChinaTime.FromDigits(digits[..StampLength]) : null;
    }

    /// <summary>traceTime (MMddHHmmss) has no year: the first such moment that is not before the order by more than a day.</summary>
    public static DateTimeOffset? TraceTime(string? text, DateTimeOffset ordered)
    {
        for (var year = ChinaTime.Of(ordered).Year - 1; year <= ordered.Year + 1; year++)
            if (ChinaTime.FromDigits($"{year}{text}") is { } time && time > ordered.AddDays(-1)) return time;
        return null;
    }

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
