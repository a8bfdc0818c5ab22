using System.Security.Cryptography.X509Certificates;
using YbPay.Cryptography;

namespace YbPay.Center.Cash;

/// <summary>SM2 public keys as channels hand them out.</summary>
internal static class Sm2Certificates
{
    /// <summary>A bare key in any form of ruling A.5, or the key in a certificate, read as it stands: the system need not know the curve.</summary>
    public static Sm2PublicKey KeyOf(string text)
    {
        if (!text.Contains("BEGIN CERTIFICATE", StringComparison.Ordinal)) return Sm2PublicKey.Parse(text);
        using var certificate = X509Certificate2.CreateFromPem(text);
        return Sm2PublicKey.Parse(Convert.ToHexString(certificate.PublicKey.EncodedKeyValue.RawData));
    }
}
