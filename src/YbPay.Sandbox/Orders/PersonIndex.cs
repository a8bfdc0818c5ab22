using System.Text;
using YbPay.Cryptography;

namespace YbPay.Sandbox.Orders;

/// <summary>Finds a person without keeping who it is: HMAC-SM3 of what identifies, under the system's own key.</summary>
public sealed class PersonIndex(string secret) : IDisposable
{
    private readonly HmacSm3 _key = new(Encoding.UTF8.GetBytes("person:" + secret));

    public string Of(string idNo) => Convert.ToHexStringLower(_key.Compute(Encoding.UTF8.GetBytes(idNo.ToUpperInvariant())));

    /// <summary>Another one for another name under the same number.</summary>
    public string Of(string idNo, string name) => Convert.ToHexStringLower(_key.Compute(Encoding.UTF8.GetBytes($"{idNo.ToUpperInvariant()}\n{name}")));

    public void Dispose() => _key.Dispose();
}
