namespace YbPay.Cashier.Tests.Browsers;

/// <summary>There is no browser to test with: reported as skipped, or as failed where YBPAY_REQUIRE_BROWSER is 1 (CI).</summary>
public sealed class ChromiumMissingException() : Exception(Required ? Reason : SkipMark + Reason)
{
    private const string SkipMark = "$XunitDynamicSkip$";

    private const string Reason = "No Chromium: install Debian's chromium and a Chinese font (fonts-wqy-zenhei), or name a browser in YBPAY_CHROMIUM.";

    private static bool Required { get; } = Environment.GetEnvironmentVariable("YBPAY_REQUIRE_BROWSER") == "1";
}
