namespace YbPay.Testing;

/// <summary>There is no PostgreSQL to test on: xunit reports the test as skipped, or as failed where it is required.</summary>
public sealed class PostgresMissingException() : Exception(Required ? Reason : SkipMark + Reason)
{
    /// <summary>xunit.v3's contract for skipping from inside a test, for code that does not reference xunit.</summary>
    private const string SkipMark = "$XunitDynamicSkip$";

    private const string Reason = "No PostgreSQL: set YBPAY_TEST_POSTGRES to a connection string (./ybpay test starts a private one).";

    private static bool Required { get; } = Environment.GetEnvironmentVariable("YBPAY_REQUIRE_POSTGRES") == "1";
}
