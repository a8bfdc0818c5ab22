using System.Globalization;
using System.Numerics;

namespace YbPay.Cryptography;

/// <summary>The curve sm2p256v1 (GB/T 32918.5) and the checks on numbers and points that need no library.</summary>
internal static class Sm2Curve
{
    public const int FieldSize = 32;
    public const int PointSize = 65;
    public const string Oid = "1.2.156.10197.1.301";

    /// <summary>a || b || xG || yG, as they go into Z.</summary>
    public static ReadOnlySpan<byte> Parameters => ParameterBytes;

    private const string A = "FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFC";
    private const string B = "28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93";
    private const string Gx = "32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7";
    private const string Gy = "BC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0";

    private static readonly byte[] ParameterBytes = Convert.FromHexString(A + B + Gx + Gy);
    private static readonly byte[] Order = Convert.FromHexString("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123");
    private static readonly byte[] OrderLessOne = Convert.FromHexString("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54122");

    private static readonly BigInteger P = Number("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF");
    private static readonly BigInteger NumberB = Number(B);

    /// <summary>1 &lt;= D &lt;= n-2. Compared as bytes: a private number makes no stop in a BigInteger that cannot be cleared.</summary>
    public static bool IsPrivate(ReadOnlySpan<byte> d) =>
        d.Length == FieldSize && d.ContainsAnyExcept((byte)0) && d.SequenceCompareTo(OrderLessOne) < 0;

    /// <summary>1 &lt;= r &lt; n.</summary>
    public static bool IsSignaturePart(ReadOnlySpan<byte> r) =>
        r.Length == FieldSize && r.ContainsAnyExcept((byte)0) && r.SequenceCompareTo(Order) < 0;

    /// <summary>04||X||Y with both coordinates below p and on the curve; the curve's cofactor is 1, so no more is needed.</summary>
    public static bool IsPoint(ReadOnlySpan<byte> point)
    {
        if (point.Length != PointSize || point[0] != 4)
            return false;
        var x = Number(point.Slice(1, FieldSize));
        var y = Number(point.Slice(1 + FieldSize, FieldSize));
        return x < P && y < P && BigInteger.ModPow(y, 2, P) == RightSide(x);
    }

    /// <summary>04||X||Y of a compressed point (02 or 03, then X); null when no such point exists.</summary>
    public static byte[]? Decompress(ReadOnlySpan<byte> compressed)
    {
        var x = Number(compressed[1..]);
        if (x >= P)
            return null;

        // p = 3 mod 4, so a root, if there is one, is the power (p+1)/4.
        var square = RightSide(x);
        var y = BigInteger.ModPow(square, (P + 1) / 4, P);
        if (BigInteger.ModPow(y, 2, P) != square)
            return null;
        if (y.IsEven != (compressed[0] == 2))
            y = P - y;

        var point = new byte[PointSize];
        point[0] = 4;
        compressed[1..].CopyTo(point.AsSpan(1));
        var size = y.GetByteCount(isUnsigned: true);
        if (!y.TryWriteBytes(point.AsSpan(PointSize - size), out _, isUnsigned: true, isBigEndian: true))
            return null;
        return point;
    }

    // x^3 - 3x + b: the curve's a is p - 3. 3p keeps the number positive before the division.
    private static BigInteger RightSide(BigInteger x) => ((x * x * x) + (3 * (P - x)) + NumberB) % P;

    private static BigInteger Number(ReadOnlySpan<byte> bigEndian) => new(bigEndian, isUnsigned: true, isBigEndian: true);

    private static BigInteger Number(string hex) => BigInteger.Parse("0" + hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
