using System.Globalization;
using YbPay.Contracts;

namespace YbPay.Protocol.Huimin;

/// <summary>
/// A request's clear members (document, 公共请求报文). All but extendParmas are signed; extendParmas is the document's spelling, and nothing
/// vouches for what it holds.
/// </summary>
public sealed record HuiminHead
{
    /// <summary>1 to 32 letters and digits; printed with 8.</summary>
    public required string PlatformId { get; init; }

    /// <summary>8 to 40 of 0-9, A-Z and a-z, another one for each request.</summary>
    public required string PlatformSeqId { get; init; }

    /// <summary>yyyyMMdd, China's time.</summary>
    public required string PlatformTransDate { get; init; }

    /// <summary>HHmmss, China's time.</summary>
    public required string PlatformTransTime { get; init; }

    /// <summary>1 to 16 letters and digits; printed with 8, and 1101 has 4.</summary>
    public required string TransCode { get; init; }

    public string Version { get; init; } = "1.0.0";

    public string EncType { get; init; } = "SM4";

    public string SignType { get; init; } = "SM3";

    /// <summary>Null when it was not sent.</summary>
    public string? ExtendParmas { get; init; }

    /// <summary>Members that the document does not know, by name. They are signed like all others and mean nothing.</summary>
    public IReadOnlyDictionary<string, string> Unknown { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The head of a request that is made at <paramref name="now"/>.</summary>
    public static HuiminHead Of(string platformId, string platformSeqId, string transCode, DateTimeOffset now)
    {
        var local = ChinaTime.Of(now);
        return new HuiminHead
        {
            PlatformId = platformId,
            PlatformSeqId = platformSeqId,
            PlatformTransDate = local.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
            PlatformTransTime = local.ToString("HHmmss", CultureInfo.InvariantCulture),
            TransCode = transCode,
        };
    }

    /// <summary>When the partner says it was sent, to the second; null when date and time are none.</summary>
    public DateTimeOffset? Time => ChinaTime.FromDigits(PlatformTransDate + PlatformTransTime);

    /// <summary>
    /// Every printed member has a form of its own, and none has room for <c>&amp;</c> or <c>=</c>: no signed text can be cut into members in
    /// a second way that matters.
    /// </summary>
    internal bool IsValid =>
        IsWord(PlatformId, 1, 32) && IsWord(PlatformSeqId, 8, 40) && IsWord(TransCode, 1, 16)
        && PlatformTransDate.Length == 8 && PlatformTransTime.Length == 6 && Time is not null
        && Version == "1.0.0" && EncType == "SM4" && SignType == "SM3";

    private static bool IsWord(string text, int shortest, int longest) =>
        text.Length >= shortest && text.Length <= longest && text.All(char.IsAsciiLetterOrDigit);
}
