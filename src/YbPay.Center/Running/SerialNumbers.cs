using System.Globalization;
using System.Security.Cryptography;
using YbPay.Contracts;

namespace YbPay.Center.Running;

/// <summary>
/// Numbers that the documents ask for, unique within one process and, by a random start, unlikely to meet those of
/// another; the database refuses what meets all the same. Times are China's.
/// </summary>
internal sealed class SerialNumbers(TimeProvider clock)
{
    private long _order = RandomNumberGenerator.GetInt32(10_000_000);
    private long _message = RandomNumberGenerator.GetInt32(10_000);

    /// <summary>ORD + admdvs(6) + yyyyMMddHHmmss + sequence(7) (ruling C13).</summary>
    public string PayOrdId(string admdvs) =>
        string.Create(CultureInfo.InvariantCulture, $"ORD{admdvs}{Stamp()}{Interlocked.Increment(ref _order) % 10_000_000:D7}");

    /// <summary>institution(12) + yyyyMMddHHmmss + sequence(4): the national envelope's msgid.</summary>
    public string Msgid(string orgCodg) => string.Create(
        CultureInfo.InvariantCulture, $"{orgCodg.PadRight(12, '0').AsSpan(0, 12)}{Stamp()}{Interlocked.Increment(ref _message) % 10_000:D4}");

    /// <summary>A number of ours for a refund, a message or a payment: prefix + yyyyMMddHHmmss + 12 random hex digits.</summary>
    public string Own(string prefix) => prefix + Stamp() + RandomNumberGenerator.GetHexString(12);

    private string Stamp() => ChinaTime.Digits(clock.GetUtcNow());
}
