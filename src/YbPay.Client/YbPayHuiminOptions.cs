namespace YbPay.Client;

/// <summary>Who you are at the huimin platform, and where it is. Checked when the host starts. Prints without its secret.</summary>
public sealed class YbPayHuiminOptions
{
    /// <summary>The platform's address up to, not including, <c>/huimin/api</c>. HTTPS, except on loopback.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>Your platformId (接入方编号), as the platform told it.</summary>
    public string PlatformId { get; set; } = "";

    /// <summary>Your secret (接入方密钥), at least 16 characters: its first 16 are an encryption key. Comes from your secret store, never from source code.</summary>
    public string Secret { get; set; } = "";

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a question (HOS00001, 12, 13, 16, 29) is asked again after a failed connection, HTTP 502, 503, 504 or a time-out; 0 to 5.</summary>
    public int Retries { get; set; } = 2;

    /// <summary>The pause before the first repetition; it doubles each time.</summary>
    public TimeSpan RetryPause { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// How far the time of a call by the platform may be from this machine's clock. <see cref="Timeout.InfiniteTimeSpan"/> switches the check
    /// off; wanted only against a sandbox whose clock was put on.
    /// </summary>
    public TimeSpan ClockTolerance { get; set; } = TimeSpan.FromMinutes(5);

    public override string ToString() => $"{nameof(YbPayHuiminOptions)} {BaseUrl}";
}
