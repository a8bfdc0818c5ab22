using System.Security.Cryptography;
using System.Text;
using YbPay.Cryptography;
using YbPay.Huimin.Running;

namespace YbPay.Huimin.Features.Enrolment;

/// <summary>
/// signToken (64 hex digits): derived from the enrolment under a key that hangs on the first master key, so that it cannot be guessed and
/// the same one can be given again, while the database holds its hash only.
/// </summary>
internal sealed class SignTokens : IDisposable
{
    private readonly HmacSm3 mac;

    /// <param name="masterKeys">The lowest version has to stay loaded, as it has for the look-up of persons.</param>
    public SignTokens(IReadOnlyDictionary<int, byte[]> masterKeys)
    {
        using var derive = new HmacSm3(masterKeys[masterKeys.Keys.Min()]);
        var key = derive.Compute("YbPay huimin v1: enrolment tokens"u8);
        mac = new HmacSm3(key);
        CryptographicOperations.ZeroMemory(key);
    }

    public string Of(string enrolmentId) => Convert.ToHexStringLower(mac.Compute(Encoding.UTF8.GetBytes($"signToken|{enrolmentId}")));

    /// <summary>As the database holds it. The case of the digits does not matter.</summary>
    public static string HashOf(string token) => Digests.Of($"signToken|{token.ToLowerInvariant()}");

    public void Dispose() => mac.Dispose();

    public override string ToString() => "***";
}
