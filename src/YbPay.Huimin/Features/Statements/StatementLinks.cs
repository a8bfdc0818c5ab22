using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using YbPay.Cryptography;

namespace YbPay.Huimin.Features.Statements;

/// <summary>
/// Addresses under which one statement can be fetched for a while. They hold nothing secret but their signature: HMAC-SM3 over hospital, day and expiry,
/// under a key that hangs on the first master key, so that every node accepts what another signed.
/// </summary>
internal sealed class StatementLinks : IDisposable
{
    public const string Path = "/huimin/statements";

    private readonly HmacSm3 mac;
    private readonly HuiminOptions options;

    public StatementLinks(HuiminOptions options)
    {
        this.options = options;
        var keys = options.MasterKeys!;
        using var derive = new HmacSm3(keys[keys.Keys.Min()]);
        var key = derive.Compute("YbPay huimin v1: statement links"u8);
        mac = new HmacSm3(key);
        CryptographicOperations.ZeroMemory(key);
    }

    public string Of(string hospitalId, StatementDay day, DateTimeOffset now)
    {
        var until = (now + options.StatementLinkLife).ToUnixTimeMilliseconds();
        var signature = Convert.ToHexStringLower(Sign(hospitalId, day.Text, until));
        return string.Create(CultureInfo.InvariantCulture, $"{options.PublicBase.TrimEnd('/')}{Path}/{Uri.EscapeDataString(hospitalId)}/{day.Text}.zip?until={until}&sign={signature}");
    }

    /// <summary>False for what was not signed here, and for what has expired. The time it takes tells nothing of the right signature.</summary>
    public bool Admits(string hospitalId, string day, long until, string signature, DateTimeOffset now)
    {
        var given = new byte[Sm3.Size];
        var isHex = Convert.FromHexString(signature, given, out _, out var written) == System.Buffers.OperationStatus.Done && written == given.Length;
        return CryptographicOperations.FixedTimeEquals(Sign(hospitalId, day, until), given) & isHex & until >= now.ToUnixTimeMilliseconds();
    }

    public void Dispose() => mac.Dispose();

    public override string ToString() => "***";

    private byte[] Sign(string hospitalId, string day, long until) =>
        mac.Compute(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{hospitalId.Length}:{hospitalId}|{day}|{until}")));
}
