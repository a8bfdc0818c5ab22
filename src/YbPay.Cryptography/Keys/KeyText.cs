using System.Buffers.Text;
using System.Security.Cryptography;

namespace YbPay.Cryptography;

/// <summary>The forms in which partners hand over keys (ruling A.5), brought to bytes: PEM, hex, Base64.</summary>
internal static class KeyText
{
    /// <summary>What may be said in a message; another label might hold anything, the key included.</summary>
    private static readonly HashSet<string> KnownLabels =
        ["PRIVATE KEY", "EC PRIVATE KEY", "SM2 PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "RSA PRIVATE KEY", "PUBLIC KEY", "CERTIFICATE"];

    /// <summary>Longest text read as a key; a PKCS#8 file of this curve has about 250 characters.</summary>
    private const int LongestText = 8192;

    /// <summary>The bytes a key text stands for. The caller clears them.</summary>
    /// <param name="hexSizes">How many bytes a hex key may have. Hex digits are Base64 letters too, so the size decides.</param>
    public static KeyBytes Read(string text, ReadOnlySpan<int> hexSizes)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > LongestText)
            throw new KeyFormatException($"The key text has {text.Length} characters; no key of this curve is that long.");
        if (string.IsNullOrWhiteSpace(text))
            throw new KeyFormatException("The key text is empty.");
        if (text.Contains("-----", StringComparison.Ordinal))
            return ReadPem(text);

        var letters = new char[text.Length];
        try
        {
            var count = 0;
            foreach (var letter in text)
            {
                if (!char.IsWhiteSpace(letter))
                    letters[count++] = letter;
            }

            var digits = letters.AsSpan(0, count);
            return TryHex(digits, hexSizes) ?? ReadBase64(digits);
        }
        finally
        {
            Array.Clear(letters);
        }
    }

    private static KeyBytes ReadPem(string text)
    {
        for (var rest = text.AsSpan(); PemEncoding.TryFind(rest, out var fields); rest = rest[fields.Location.End..])
        {
            var label = rest[fields.Label].ToString();

            // openssl ecparam writes the curve's name as a block of its own before the key.
            if (label is "EC PARAMETERS" or "SM2 PARAMETERS")
                continue;

            // TryFind has already seen that this is Base64.
            var bytes = new byte[fields.DecodedDataLength];
            Convert.TryFromBase64Chars(rest[fields.Base64Data], bytes, out _);
            return new KeyBytes(bytes, KnownLabels.Contains(label) ? $"PEM \"{label}\"" : "PEM of an unknown kind", label);
        }

        throw new KeyFormatException("The key text has PEM marks but holds no complete PEM block of a key.");
    }

    private static KeyBytes? TryHex(ReadOnlySpan<char> digits, ReadOnlySpan<int> sizes)
    {
        if (digits.ContainsAnyExcept(HexDigits) || digits.Length % 2 != 0 || !sizes.Contains(digits.Length / 2))
            return null;
        return new KeyBytes(Convert.FromHexString(digits), "hex", null);
    }

    private static KeyBytes ReadBase64(ReadOnlySpan<char> digits)
    {
        var isHex = !digits.ContainsAnyExcept(HexDigits);
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(digits.Length + 3)];
        if (Convert.TryFromBase64Chars(digits, bytes, out var written))
        {
            var exact = bytes.AsSpan(0, written).ToArray();
            CryptographicOperations.ZeroMemory(bytes);
            return new KeyBytes(exact, isHex ? $"{digits.Length} hex digits, or Base64" : "Base64", null);
        }

        CryptographicOperations.ZeroMemory(bytes);
        throw new KeyFormatException(isHex
            ? $"Hex of {digits.Length} digits, which is no length of such a key."
            : $"A text of {digits.Length} characters that is neither PEM nor hex nor Base64.");
    }

    private static readonly System.Buffers.SearchValues<char> HexDigits = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");
}

/// <summary>What a key text stood for, and in which form it came.</summary>
/// <param name="Form">For messages: says nothing of the content.</param>
/// <param name="PemLabel">Null outside PEM.</param>
internal readonly record struct KeyBytes(byte[] Bytes, string Form, string? PemLabel)
{
    public override string ToString() => "***";
}
