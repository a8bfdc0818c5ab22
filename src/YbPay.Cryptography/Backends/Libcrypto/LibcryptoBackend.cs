namespace YbPay.Cryptography.Libcrypto;

internal static class LibcryptoBackend
{
    public static CryptoBackend Open() => throw new CryptoBackendException("The system's libcrypto is not used yet.");
}
