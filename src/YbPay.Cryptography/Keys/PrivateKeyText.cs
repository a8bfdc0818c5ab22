using System.Formats.Asn1;
using System.Security.Cryptography;

namespace YbPay.Cryptography;

/// <summary>Reads a private key: D as 32 bytes or 33 with a leading 00, PKCS#8, SEC1; in PEM, hex or Base64.</summary>
internal static class PrivateKeyText
{
    /// <summary>D, 32 bytes, in 1..n-2, and the public point if the text names one. The caller clears D.</summary>
    public static (byte[] D, byte[]? Point) Read(string text)
    {
        var key = KeyText.Read(text, [32, 33]);
        try
        {
            var (d, point) = key.PemLabel switch
            {
                null => ReadBare(key),
                "PRIVATE KEY" => ReadDer(key, pkcs8: true),
                "EC PRIVATE KEY" or "SM2 PRIVATE KEY" => // OpenSSL 3 writes SM2, its forerunners EC
                    ReadDer(key, pkcs8: false),
                "ENCRYPTED PRIVATE KEY" => throw new KeyFormatException($"{key.Form}: the key is under a passphrase; hand it over without one."),
                _ => throw new KeyFormatException($"{key.Form}: a private key is expected."),
            };
            if (Sm2Curve.IsPrivate(d))
                return (d, point);

            CryptographicOperations.ZeroMemory(d);
            throw new KeyFormatException($"{key.Form}: the number is not in 1..n-2, so it is no private key of sm2p256v1.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key.Bytes);
        }
    }

    private static (byte[] D, byte[]? Point) ReadBare(KeyBytes key)
    {
        var bytes = key.Bytes;
        return bytes.Length switch
        {
            32 => (bytes.ToArray(), null),
            33 when bytes[0] == 0 => (bytes.AsSpan(1).ToArray(), null),
            33 when bytes[0] is 2 or 3 => throw new KeyFormatException($"{key.Form} of 33 bytes: a compressed public key, where a private key is expected."),
            33 => throw new KeyFormatException($"{key.Form} of 33 bytes whose first is not 00."),
            64 or 65 => throw new KeyFormatException($"{key.Form} of {bytes.Length} bytes: the length of a public key, where a private key is expected."),
            > 33 when bytes[0] == 0x30 => ReadDer(key with { Form = key.Form + " of DER" }, DerKey.LooksLikePkcs8(bytes)),
            _ => throw new KeyFormatException($"{key.Form} of {bytes.Length} bytes; a private key has 32, or 33 with a leading 00, or is PKCS#8 or SEC1."),
        };
    }

    private static (byte[] D, byte[]? Point) ReadDer(KeyBytes key, bool pkcs8)
    {
        try
        {
            return pkcs8 ? DerKey.ReadPkcs8(key.Bytes, key.Form) : DerKey.ReadSec1(key.Bytes, key.Form, curveKnown: false);
        }
        catch (AsnContentException)
        {
            // The inner exception stays away: nothing that came from key bytes travels on.
            throw new KeyFormatException($"{key.Form}: not the DER of {(pkcs8 ? "a PKCS#8" : "a SEC1")} private key.");
        }
    }
}
