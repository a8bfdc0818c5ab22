using System.Runtime.InteropServices;

namespace YbPay.Cryptography.Libcrypto;

/// <summary>A pointer that libcrypto gave us and wants back exactly once, whatever happens around it.</summary>
internal abstract class NativeHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected sealed override bool ReleaseHandle()
    {
        Free(handle);
        return true;
    }

    protected abstract void Free(nint pointer);
}

internal sealed class EvpMd : NativeHandle
{
    protected override void Free(nint pointer) => Evp.EVP_MD_free(pointer);
}

internal sealed class EvpMdContext : NativeHandle
{
    protected override void Free(nint pointer) => Evp.EVP_MD_CTX_free(pointer);
}

internal sealed class EvpMac : NativeHandle
{
    protected override void Free(nint pointer) => Evp.EVP_MAC_free(pointer);
}

internal sealed class EvpMacContext : NativeHandle
{
    protected override void Free(nint pointer) => Evp.EVP_MAC_CTX_free(pointer);
}

internal sealed class EvpCipher : NativeHandle
{
    protected override void Free(nint pointer) => Evp.EVP_CIPHER_free(pointer);
}

internal sealed class EvpCipherContext : NativeHandle
{
    protected override void Free(nint pointer) => Evp.EVP_CIPHER_CTX_free(pointer);
}

internal sealed class EvpKey : NativeHandle
{
    protected override void Free(nint pointer) => Evp.EVP_PKEY_free(pointer);
}

internal sealed class EvpKeyContext : NativeHandle
{
    protected override void Free(nint pointer) => Evp.EVP_PKEY_CTX_free(pointer);
}

internal sealed class CurveGroup : NativeHandle
{
    protected override void Free(nint pointer) => CurveArithmetic.EC_GROUP_free(pointer);
}

internal sealed class CurvePoint : NativeHandle
{
    protected override void Free(nint pointer) => CurveArithmetic.EC_POINT_clear_free(pointer);
}

/// <summary>A big number that is overwritten when it is given back.</summary>
internal sealed class SecretNumber : NativeHandle
{
    protected override void Free(nint pointer) => CurveArithmetic.BN_clear_free(pointer);
}
