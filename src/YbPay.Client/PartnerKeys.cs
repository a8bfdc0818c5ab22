using YbPay.Cryptography;
using YbPay.Protocol.MobilePay;

namespace YbPay.Client;

/// <summary>The keys of the options, parsed once. Thread-safe. Prints nothing of what it holds.</summary>
internal sealed class PartnerKeys : IDisposable
{
    private readonly Sm2PrivateKey _own;
    private readonly Sm2PublicKey _center;

    public PartnerKeys(YbPayOptions options)
    {
        _own = Sm2PrivateKey.Parse(options.PrivateKey);
        _center = Sm2PublicKey.Parse(options.CenterPublicKey);
        Mobile = new(options.AppId, options.AppSecret, _own, _center);
    }

    public MobileKeys Mobile { get; }

    public static IFreshness Freshness(YbPayOptions options, TimeProvider time) =>
        options.ClockTolerance == Timeout.InfiniteTimeSpan ? AnyTime.Instance : new ClockFreshness(time, options.ClockTolerance);

    public override string ToString() => "***";

    public void Dispose()
    {
        Mobile.Dispose();
        _own.Dispose();
        _center.Dispose();
    }
}
