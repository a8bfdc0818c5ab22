using System.Formats.Asn1;

namespace YbPay.Cryptography;

/// <summary>Reads a public key: 04||X||Y, X||Y, compressed 02 or 03, SPKI; in PEM, hex or Base64.</summary>
internal static class PublicKeyText
{
    /// <summary>04||X||Y, on the curve.</summary>
    public static byte[] Read(string text)
    {
        var key = KeyText.Read(text, [33, 64, 65]);
        return key.PemLabel switch
        {
            null => ReadBare(key),
            "PUBLIC KEY" => ReadDer(key),
            "PRIVATE KEY" or "EC PRIVATE KEY" or "SM2 PRIVATE KEY" or "ENCRYPTED PRIVATE KEY" =>
                throw new KeyFormatException($"{key.Form}: this is a private key, where a public key is expected."),
            _ => throw new KeyFormatException($"{key.Form}: a public key (\"PUBLIC KEY\") is expected."),
        };
    }

    private static byte[] ReadBare(KeyBytes key)
    {
        var bytes = key.Bytes;
        if (bytes.Length is 33 or 64 or 65)
            return ReadPoint(bytes, key.Form);
        if (bytes.Length == 32)
            throw new KeyFormatException($"{key.Form} of 32 bytes: the length of a private key, where a public key is expected.");
        if (bytes.Length > 33 && bytes[0] == 0x30)
            return ReadDer(key with { Form = key.Form + " of DER" });
        throw new KeyFormatException($"{key.Form} of {bytes.Length} bytes; a public key has 65 (04||X||Y), 64 (X||Y), 33 (compressed), or is SPKI.");
    }

    private static byte[] ReadDer(KeyBytes key)
    {
        try
        {
            return ReadPoint(DerKey.ReadSpki(key.Bytes, key.Form), key.Form);
        }
        catch (AsnContentException)
        {
            throw new KeyFormatException($"{key.Form}: not the DER of a SubjectPublicKeyInfo.");
        }
    }

    /// <summary>04||X||Y of a point in any form.</summary>
    public static byte[] ReadPoint(byte[] bytes, string form)
    {
        switch (bytes)
        {
            case { Length: 64 }:
                return OnCurve([4, .. bytes], form);
            case [4, ..] and { Length: 65 }:
                return OnCurve(bytes, form);
            case [2 or 3, ..] and { Length: 33 }:
                return Sm2Curve.Decompress(bytes) ?? throw new KeyFormatException($"{form}: no point of sm2p256v1 has this X.");
            case { Length: 65 }:
                throw new KeyFormatException($"{form} of 65 bytes whose first is not 04.");
            case { Length: 33 }:
                throw new KeyFormatException($"{form} of 33 bytes whose first is neither 02 nor 03; is it a private key?");
            case { Length: 1 }:
                throw new KeyFormatException($"{form}: the point at infinity is no key.");
            default:
                throw new KeyFormatException($"{form}: a point of {bytes.Length} bytes; 65, 64 or 33 are expected.");
        }
    }

    private static byte[] OnCurve(byte[] point, string form) =>
        Sm2Curve.IsPoint(point) ? point : throw new KeyFormatException($"{form}: X and Y are not a point of sm2p256v1.");
}
