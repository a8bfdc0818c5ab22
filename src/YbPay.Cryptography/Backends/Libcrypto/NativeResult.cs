using System.Security.Cryptography;
using System.Text;

namespace YbPay.Cryptography.Libcrypto;

/// <summary>Turns libcrypto's return values into exceptions, and empties its error queue, which belongs to the thread.</summary>
internal static class NativeResult
{
    /// <summary>For calls that answer 1 when they worked and that only fail if the library or the memory does.</summary>
    public static void Require(int result, string what)
    {
        if (result != 1)
            throw Failure(what);
    }

    public static T Require<T>(T handle, string what)
        where T : NativeHandle
    {
        if (!handle.IsInvalid)
            return handle;
        handle.Dispose();
        throw Failure(what);
    }

    public static CryptographicException Failure(string what)
    {
        Span<byte> text = stackalloc byte[256];
        var error = Evp.ERR_get_error();
        Evp.ERR_clear_error();
        if (error == 0)
            return new CryptographicException($"libcrypto failed at {what}.");
        Evp.ERR_error_string_n(error, text, (nuint)text.Length);
        return new CryptographicException($"libcrypto failed at {what}: {Encoding.UTF8.GetString(text[..text.IndexOf((byte)0)])}");
    }
}
