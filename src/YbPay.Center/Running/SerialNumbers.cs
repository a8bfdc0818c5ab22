using System.Globalization;
using System.Security.Cryptography;
using YbPay.Contracts;
using YbPay.Protocol.Fsi;

namespace YbPay.Center.Running;

/// <summary>
/// Numbers that the documents ask for, unique within one process and, by a random start, unlikely to meet those of
/// another; database and core refuse what meets all the same. Times are China's.
/// </summary>
internal sealed class SerialNumbers(TimeProvider clock)
{
    private long _order = RandomNumberGenerator.GetInt32(10_000_000);
    private long _message = RandomNumberGenerator.GetInt32(FsiNumbers.MsgidsPerSecond);

    /// <summary>ORD + admdvs(6) + yyyyMMddHHmmss + sequence(7) (ruling C13).</summary>
    public string PayOrdId(string admdvs) =>
        string.Create(CultureInfo.InvariantCulture, $"ORD{admdvs}{Stamp()}{Interlocked.Increment(ref _order) % 10_000_000:D7}");

    /// <summary>institution(12) + yyyyMMddHHmmss + sequence(4): the national envelope's msgid.</summary>
    public string Msgid(string orgCodg) => string.Create(
        CultureInfo.InvariantCulture, $"{orgCodg.PadRight(12, '0').AsSpan(0, 12)}{Stamp()}{Interlocked.Increment(ref _message) % FsiNumbers.MsgidsPerSecond:D4}");

    /// <summary>
    /// After a msgid that another had taken: goes on far from it. Who took one, another node or the hospital's own window, takes the next ones too, and two
    /// nodes that count at the same pace would meet for as long as they run.
    /// </summary>
    public void MoveAway() => Interlocked.Add(ref _message, RandomNumberGenerator.GetInt32(FsiNumbers.MsgidsPerSecond));

    /// <summary>A number of ours for a refund, a message or a payment: prefix + yyyyMMddHHmmss + 12 random hex digits.</summary>
    public string Own(string prefix) => prefix + Stamp() + RandomNumberGenerator.GetHexString(12);

    private string Stamp() => ChinaTime.Digits(clock.GetUtcNow());
}
