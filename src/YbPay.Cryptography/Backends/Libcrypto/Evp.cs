using System.Runtime.InteropServices;

namespace YbPay.Cryptography.Libcrypto;

#pragma warning disable format // One function, one line: this file is a table.

/// <summary>libcrypto's functions for digests, tags, ciphers, keys and errors, as OpenSSL 3.0's evp.h declares them.</summary>
internal static partial class Evp
{
    private const string Lib = NativeLibcrypto.Name;

    [LibraryImport(Lib)] public static partial nint OpenSSL_version(int which);
    [LibraryImport(Lib)] public static partial nuint ERR_get_error();
    [LibraryImport(Lib)] public static partial void ERR_clear_error();
    [LibraryImport(Lib)] public static partial void ERR_error_string_n(nuint error, Span<byte> text, nuint size);

    [LibraryImport(Lib)] public static partial EvpMd EVP_MD_fetch(nint library, [MarshalAs(UnmanagedType.LPUTF8Str)] string name, nint properties);
    [LibraryImport(Lib)] public static partial void EVP_MD_free(nint digest);
    [LibraryImport(Lib)] public static partial EvpMdContext EVP_MD_CTX_new();
    [LibraryImport(Lib)] public static partial void EVP_MD_CTX_free(nint context);
    [LibraryImport(Lib)] public static partial int EVP_DigestInit_ex2(EvpMdContext context, EvpMd digest, nint parameters);
    [LibraryImport(Lib)] public static partial int EVP_DigestUpdate(EvpMdContext context, ReadOnlySpan<byte> data, nuint size);
    [LibraryImport(Lib)] public static partial int EVP_DigestFinal_ex(EvpMdContext context, Span<byte> digest, nint size);

    [LibraryImport(Lib)] public static partial EvpMac EVP_MAC_fetch(nint library, [MarshalAs(UnmanagedType.LPUTF8Str)] string name, nint properties);
    [LibraryImport(Lib)] public static partial void EVP_MAC_free(nint mac);
    [LibraryImport(Lib)] public static partial EvpMacContext EVP_MAC_CTX_new(EvpMac mac);
    [LibraryImport(Lib)] public static partial void EVP_MAC_CTX_free(nint context);
    [LibraryImport(Lib)] public static partial int EVP_MAC_init(EvpMacContext context, ReadOnlySpan<byte> key, nuint size, Span<NativeParameter> parameters);
    [LibraryImport(Lib, EntryPoint = "EVP_MAC_init")] public static partial int EVP_MAC_restart(EvpMacContext context, nint sameKey, nuint size, nint parameters);
    [LibraryImport(Lib)] public static partial int EVP_MAC_update(EvpMacContext context, ReadOnlySpan<byte> data, nuint size);
    [LibraryImport(Lib)] public static partial int EVP_MAC_final(EvpMacContext context, Span<byte> tag, out nuint written, nuint size);

    [LibraryImport(Lib)] public static partial EvpCipher EVP_CIPHER_fetch(nint library, [MarshalAs(UnmanagedType.LPUTF8Str)] string name, nint properties);
    [LibraryImport(Lib)] public static partial void EVP_CIPHER_free(nint cipher);
    [LibraryImport(Lib)] public static partial EvpCipherContext EVP_CIPHER_CTX_new();
    [LibraryImport(Lib)] public static partial void EVP_CIPHER_CTX_free(nint context);
    [LibraryImport(Lib)] public static partial int EVP_CipherInit_ex2(EvpCipherContext context, EvpCipher cipher, ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv, int encrypt, nint parameters);
    [LibraryImport(Lib, EntryPoint = "EVP_CipherInit_ex2")] public static partial int EVP_CipherRestart(EvpCipherContext context, nint noCipher, nint sameKey, ReadOnlySpan<byte> iv, int encrypt, nint parameters);
    [LibraryImport(Lib)] public static partial int EVP_CIPHER_CTX_set_padding(EvpCipherContext context, int padding);
    [LibraryImport(Lib)] public static partial int EVP_CipherUpdate(EvpCipherContext context, Span<byte> output, out int written, ReadOnlySpan<byte> input, int size);

    [LibraryImport(Lib)] public static partial nint EVP_KEYMGMT_fetch(nint library, [MarshalAs(UnmanagedType.LPUTF8Str)] string name, nint properties);
    [LibraryImport(Lib)] public static partial void EVP_KEYMGMT_free(nint management);
    [LibraryImport(Lib)] public static partial nint EVP_SIGNATURE_fetch(nint library, [MarshalAs(UnmanagedType.LPUTF8Str)] string name, nint properties);
    [LibraryImport(Lib)] public static partial void EVP_SIGNATURE_free(nint signature);
    [LibraryImport(Lib)] public static partial nint EVP_ASYM_CIPHER_fetch(nint library, [MarshalAs(UnmanagedType.LPUTF8Str)] string name, nint properties);
    [LibraryImport(Lib)] public static partial void EVP_ASYM_CIPHER_free(nint cipher);

    [LibraryImport(Lib)] public static partial EvpKeyContext EVP_PKEY_CTX_new_from_name(nint library, [MarshalAs(UnmanagedType.LPUTF8Str)] string name, nint properties);
    [LibraryImport(Lib)] public static partial EvpKeyContext EVP_PKEY_CTX_new_from_pkey(nint library, EvpKey key, nint properties);
    [LibraryImport(Lib)] public static partial void EVP_PKEY_CTX_free(nint context);
    [LibraryImport(Lib)] public static partial void EVP_PKEY_free(nint key);
    [LibraryImport(Lib)] public static partial int EVP_PKEY_fromdata_init(EvpKeyContext context);
    [LibraryImport(Lib)] public static partial int EVP_PKEY_fromdata(EvpKeyContext context, out EvpKey key, int selection, Span<NativeParameter> parameters);
    [LibraryImport(Lib)] public static partial int EVP_PKEY_sign_init(EvpKeyContext context);
    [LibraryImport(Lib)] public static partial int EVP_PKEY_sign(EvpKeyContext context, Span<byte> signature, ref nuint size, ReadOnlySpan<byte> digest, nuint digestSize);
    [LibraryImport(Lib)] public static partial int EVP_PKEY_verify_init(EvpKeyContext context);
    [LibraryImport(Lib)] public static partial int EVP_PKEY_verify(EvpKeyContext context, ReadOnlySpan<byte> signature, nuint size, ReadOnlySpan<byte> digest, nuint digestSize);
    [LibraryImport(Lib)] public static partial int EVP_PKEY_encrypt_init(EvpKeyContext context);
    [LibraryImport(Lib)] public static partial int EVP_PKEY_encrypt(EvpKeyContext context, Span<byte> output, ref nuint outputSize, ReadOnlySpan<byte> input, nuint inputSize);
    [LibraryImport(Lib)] public static partial int EVP_PKEY_decrypt_init(EvpKeyContext context);
    [LibraryImport(Lib)] public static partial int EVP_PKEY_decrypt(EvpKeyContext context, Span<byte> output, ref nuint outputSize, ReadOnlySpan<byte> input, nuint inputSize);
}
