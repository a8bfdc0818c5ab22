using System.Text;

namespace YbPay.Cryptography;

/// <summary>The user id that goes into every signature (ruling A.5, GM/T 0009).</summary>
internal static class Sm2UserId
{
    public const string Standard = "1234567812345678";

    /// <summary>Z = SM3(bits of id || id || a || b || xG || yG || xP || yP), 32 bytes.</summary>
    /// <param name="point">04||X||Y.</param>
    public static byte[] ComputeZ(ReadOnlySpan<byte> point, CryptoBackend backend)
    {
        var id = Encoding.ASCII.GetBytes(Standard);
        byte[] text = [0, (byte)(id.Length * 8), .. id, .. Sm2Curve.Parameters, .. point[1..]];
        return Sm3.Hash(text, backend);
    }
}
