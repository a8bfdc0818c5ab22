using System.Runtime.InteropServices;

namespace YbPay.Cryptography.Libcrypto;

/// <summary>OSSL_PARAM of core.h: one named value. Points at memory that the caller keeps pinned.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeParameter
{
    private byte* key;
    private uint type;
    private void* data;
    private nuint size;
    private nuint returned;

    /// <summary>Closes a list of parameters.</summary>
    public static NativeParameter End => default;

    /// <summary>Any size, most significant byte first as the caller's: libcrypto wants the machine's order.</summary>
    public static NativeParameter Number(byte* key, byte* data, int size) => Make(key, 2, data, size);

    public static NativeParameter Text(byte* key, byte* data, int size) => Make(key, 4, data, size);

    public static NativeParameter Octets(byte* key, byte* data, int size) => Make(key, 5, data, size);

    private static NativeParameter Make(byte* key, uint type, byte* data, int size) =>
        new() { key = key, type = type, data = data, size = (nuint)size, returned = nuint.MaxValue };
}
