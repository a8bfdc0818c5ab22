using System.Globalization;
using System.Security.Cryptography;
using YbPay.Contracts;

namespace YbPay.Bureau.Clock;

/// <summary>
/// Numbers that this core gives out: unique over nodes and restarts (region + time + a node mark drawn at start + counter).
/// They identify and do not authorise; the sign-in number does and is drawn at random.
/// </summary>
internal sealed class BureauNumbers(TimeProvider clock, BureauOptions options)
{
    private readonly string node = RandomNumberGenerator.GetString("0123456789ABCDEFGHJKLMNPQRSTUVWXYZ", 4);
    private long last;

    /// <summary>mdtrt_id, setl_id, file number: 28 characters.</summary>
    public string Next()
    {
        var count = Interlocked.Increment(ref last) % 1_000_000;
        return string.Create(CultureInfo.InvariantCulture, $"{options.Admdvs}{ChinaTime.Digits(clock.GetUtcNow()).AsSpan(2)}{node}{count:D6}");
    }

    /// <summary>inf_refmsgid: region(6) + time(14) + sequence(10).</summary>
    public string NextReference()
    {
        var count = Interlocked.Increment(ref last) % 10_000_000_000;
        return string.Create(CultureInfo.InvariantCulture, $"{options.Admdvs}{ChinaTime.Digits(clock.GetUtcNow())}{count:D10}");
    }

    public static string SignNumber() => RandomNumberGenerator.GetString("0123456789ABCDEFGHJKLMNPQRSTUVWXYZ", 30);
}
