using System.Security.Cryptography;
using System.Text;
using YbPay.Cryptography;

namespace YbPay.Center.Running;

/// <summary>
/// payToken and revsToken: derived from the order under a key of the centre, so that they cannot be guessed and need not
/// be stored; the database holds only a hash (ruling C13).
/// </summary>
internal sealed class Credentials(ReadOnlySpan<byte> key) : IDisposable
{
    private readonly HmacSm3 _mac = new(key);

    public string PayToken(string payOrdId) => Token($"payToken|{payOrdId}");

    /// <summary>Bound to the settlement: a second settlement of the same order has another.</summary>
    public string ReversalToken(string payOrdId, string settleLeg) => Token($"revsToken|{payOrdId}|{settleLeg}");

    /// <summary>The MAC in a cashier address (6201's cashierUrl).</summary>
    public string CashierMac(string payOrdId) => Token($"cashier|{payOrdId}");

    /// <summary>The MAC in a card address (6205's medBankPayUrl), of one settlement.</summary>
    public string CardMac(string payOrdId, string settleLeg) => Token($"card|{payOrdId}|{settleLeg}");

    /// <summary>What a cashier form brings back, of one visit.</summary>
    public string FormToken(string visitHash) => Token($"form|{visitHash}");

    public static string Hash(string value) => Convert.ToHexStringLower(Sm3.Hash(Encoding.UTF8.GetBytes(value)));

    /// <summary>Takes the same time whether or not the texts agree.</summary>
    public static bool Same(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));

    private string Token(string text) => Convert.ToHexString(_mac.Compute(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    public void Dispose() => _mac.Dispose();
}
