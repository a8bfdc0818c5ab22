using System.Security.Cryptography;
using System.Text;
using YbPay.Cryptography;

namespace YbPay.Huimin.Running;

/// <summary>What requests, tokens and addresses are compared by.</summary>
internal static class Digests
{
    /// <summary>SM3 in lower-case hex.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(Sm3.Hash(Encoding.UTF8.GetBytes(text)));

    /// <summary>Of several texts, each with its length, so that none can run over into the next; null differs from empty.</summary>
    public static string Of(params IReadOnlyList<string?> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts) text.Append(part?.Length ?? -1).Append(':').Append(part).Append('|');
        return Of(text.ToString());
    }

    /// <summary>Takes the same time whether or not the texts agree; only their lengths show.</summary>
    public static bool Same(string expected, string given) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));
}
