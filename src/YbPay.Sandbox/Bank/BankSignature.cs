using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using YbPay.Cryptography;

namespace YbPay.Sandbox.Bank;

/// <summary>Signs and checks what goes between the bank and its merchants: lower-hex HMAC-SM3 of method, path and body.</summary>
public sealed class BankSignature : IDisposable
{
    public const string MerchantHeader = "X-Bank-Merchant";
    public const string SignatureHeader = "X-Bank-Signature";

    private readonly FrozenDictionary<string, (BankMerchant Merchant, HmacSm3 Key)> _merchants;

    public BankSignature(BankOptions options)
        : this(options.Merchants)
    {
    }

    public BankSignature(IEnumerable<BankMerchant> merchants) => _merchants = merchants.ToFrozenDictionary(
        merchant => merchant.Id, merchant => (merchant, new HmacSm3(Encoding.UTF8.GetBytes(merchant.Secret))), StringComparer.Ordinal);

    /// <summary>The merchant whose signature this is; null when there is none such.</summary>
    /// <param name="path">Without host and query.</param>
    public BankMerchant? Check(string? merchant, string? signature, string method, string path, ReadOnlySpan<byte> body)
    {
        if (merchant is null || signature is null || !_merchants.TryGetValue(merchant, out var known)) return null;
        var expected = Encoding.ASCII.GetBytes(Compute(known.Key, method, path, body));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(signature)) ? known.Merchant : null;
    }

    public string Sign(string merchant, string method, string path, ReadOnlySpan<byte> body) => Compute(_merchants[merchant].Key, method, path, body);

    private static string Compute(HmacSm3 key, string method, string path, ReadOnlySpan<byte> body)
    {
        byte[] text = [.. Encoding.UTF8.GetBytes($"{method}\n{path}\n"), .. body];
        return Convert.ToHexStringLower(key.Compute(text));
    }

    public void Dispose()
    {
        foreach (var (_, key) in _merchants.Values) key.Dispose();
    }
}
