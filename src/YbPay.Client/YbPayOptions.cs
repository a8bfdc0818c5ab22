using YbPay.Protocol.MobilePay;

namespace YbPay.Client;

/// <summary>
/// Who you are and where the payment centre is. The values stand in the approval form (申请线上移动支付的反馈单) or, for the sandbox,
/// in <c>sandbox.json</c>. Checked when the host starts: a wrong key or address stops the start with a sentence that says
/// which one. Prints without its secrets.
/// </summary>
public sealed class YbPayOptions
{
    /// <summary>The centre's address up to, not including, <c>/org/local/api/hos</c>. HTTPS, except on loopback.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>Your appId (渠道 id), at least 16 characters: its first 16 are an encryption key.</summary>
    public string AppId { get; set; } = "";

    /// <summary>Your appSecret (渠道秘钥). Comes from your secret store, never from source code.</summary>
    public string AppSecret { get; set; } = "";

    /// <summary>
    /// Your SM2 private key: Base64 or hex of 32 bytes (or 33 with a leading 00), or PEM (PKCS#8). The centre knows the
    /// public key that belongs to it.
    /// </summary>
    public string PrivateKey { get; set; } = "";

    /// <summary>The centre's SM2 public key: Base64 or hex of 04||X||Y or X||Y, or PEM (SPKI).</summary>
    public string CenterPublicKey { get; set; } = "";

    /// <summary>How numbers stand in the text to sign. Regions differ; <see cref="NumberStyle.Quoted"/> is the usual way.</summary>
    public NumberStyle Numbers { get; set; }

    /// <summary>What becomes of <c>{}</c> in the text to sign. Regions differ; <see cref="EmptyObjectStyle.Keep"/> is the usual way.</summary>
    public EmptyObjectStyle EmptyObjects { get; set; }

    /// <summary>How long one attempt may take. A settlement can take a core many seconds: do not go below 10 s in production.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often the very same envelope is sent again after a failed connection, HTTP 502, 503, 504 or a time-out; 0 to 5.</summary>
    public int Retries { get; set; } = 2;

    /// <summary>The pause before the first repetition; it doubles each time.</summary>
    public TimeSpan RetryPause { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// How far the time of an answer or callback may be from this machine's clock. <see cref="Timeout.InfiniteTimeSpan"/>
    /// switches the check off; wanted only against a sandbox whose clock was put on.
    /// </summary>
    public TimeSpan ClockTolerance { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// True when you asked the centre for clear callbacks (6302, 6204). Then nothing proves who called: let only the
    /// centre's addresses reach the endpoint, and confirm with <see cref="IYbPayClient.QueryOrderAsync"/>.
    /// </summary>
    public bool AllowClearCallbacks { get; set; }

    internal CanonicalVariant Variant => new(Numbers, EmptyObjects);

    public override string ToString() => $"{nameof(YbPayOptions)} {BaseUrl}";
}
