using System.Security.Cryptography;
using System.Text;
using YbPay.Contracts;
using YbPay.Cryptography;

namespace YbPay.Sandbox.Bank;

/// <summary>Makes the bank's own numbers; they stand in addresses that patients open, so they cannot be guessed.</summary>
public sealed class BankNumbers(TimeProvider time)
{
    /// <summary>32 characters: <paramref name="prefix"/>, the time in China, random digits.</summary>
    public string Next(char prefix)
    {
        var now = ChinaTime.Digits(time.GetUtcNow());
        return prefix + now + RandomNumberGenerator.GetHexString(17);
    }

    /// <summary>Tells the same content from another under one number.</summary>
    internal static string Digest(params ReadOnlySpan<string?> content) =>
        Convert.ToHexStringLower(Sm3.Hash(Encoding.UTF8.GetBytes(string.Join('\n', content!))));
}
