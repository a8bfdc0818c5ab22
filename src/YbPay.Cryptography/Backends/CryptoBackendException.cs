namespace YbPay.Cryptography;

/// <summary>A cryptographic library is missing, lacks an algorithm, or computes wrongly.</summary>
public sealed class CryptoBackendException(string message) : Exception(message);
