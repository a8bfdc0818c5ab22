using System.Globalization;
using System.Security.Cryptography;
using YbPay.Contracts;

namespace YbPay.Huimin.Running;

/// <summary>
/// The platform's own order numbers: kind(2) + yyyyMMddHHmmss (China) + 8 digits, within the 8 to 40 characters that the document gives
/// them. Unique in one process and, by a random start, unlikely to meet those of another; the database refuses what meets all the same.
/// </summary>
internal sealed class QueryIds(TimeProvider clock)
{
    public const string Payment = "CP";
    public const string Refund = "CR";
    public const string Discharge = "DS";
    public const string Cancellation = "DC";
    public const string Enrolment = "EN";
    public const string Case = "CA";
    public const string Leg = "LG";
    public const string ToHospital = "HN";

    private long last = RandomNumberGenerator.GetInt32(100_000_000);

    public string Next(string kind) => string.Create(
        CultureInfo.InvariantCulture, $"{kind}{ChinaTime.Digits(clock.GetUtcNow())}{Interlocked.Increment(ref last) % 100_000_000:D8}");
}
