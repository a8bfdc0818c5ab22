using System.Runtime.InteropServices;

namespace YbPay.Cryptography.Libcrypto;

#pragma warning disable format // One function, one line: this file is a table.

/// <summary>libcrypto's functions for points and big numbers, as OpenSSL 3.0's ec.h and bn.h declare them.</summary>
internal static partial class CurveArithmetic
{
    /// <summary>NID_sm2 of obj_mac.h.</summary>
    public const int Sm2Curve = 1172;

    /// <summary>POINT_CONVERSION_UNCOMPRESSED.</summary>
    public const int Uncompressed = 4;

    private const string Lib = NativeLibcrypto.Name;

    [LibraryImport(Lib)] public static partial CurveGroup EC_GROUP_new_by_curve_name(int curve);
    [LibraryImport(Lib)] public static partial void EC_GROUP_free(nint group);
    [LibraryImport(Lib)] public static partial CurvePoint EC_POINT_new(CurveGroup group);
    [LibraryImport(Lib)] public static partial void EC_POINT_clear_free(nint point);
    [LibraryImport(Lib)] public static partial int EC_POINT_mul(CurveGroup group, CurvePoint result, SecretNumber factor, nint noPoint, nint noFactor, nint noContext);
    [LibraryImport(Lib)] public static partial nuint EC_POINT_point2oct(CurveGroup group, CurvePoint point, int form, Span<byte> output, nuint size, nint noContext);
    [LibraryImport(Lib)] public static partial SecretNumber BN_bin2bn(ReadOnlySpan<byte> bigEndian, int size, nint noTarget);
    [LibraryImport(Lib)] public static partial void BN_clear_free(nint number);
}
