namespace YbPay.Cryptography;

/// <summary>A key text that cannot be read; the message says what form was found and what is wrong with it, never the key.</summary>
public sealed class KeyFormatException(string message) : Exception(message);
