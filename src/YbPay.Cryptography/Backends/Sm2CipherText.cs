namespace YbPay.Cryptography;

/// <summary>The layout of an SM2 cipher text: C1 (04||X||Y), C3 (SM3 of the plain text between the shared coordinates), C2.</summary>
internal static class Sm2CipherText
{
    public const int Overhead = Sm2Curve.PointSize + Sm3.Size;

    /// <summary>C1C2C3, the order before GB/T 32918.4: what BouncyCastle 1.8 reads and writes.</summary>
    public static byte[] ToOldOrder(ReadOnlySpan<byte> cipherText) =>
        [.. cipherText[..Sm2Curve.PointSize], .. cipherText[Overhead..], .. cipherText[Sm2Curve.PointSize..Overhead]];

    public static byte[] FromOldOrder(ReadOnlySpan<byte> cipherText) =>
        [.. cipherText[..Sm2Curve.PointSize], .. cipherText[^Sm3.Size..], .. cipherText[Sm2Curve.PointSize..^Sm3.Size]];
}
