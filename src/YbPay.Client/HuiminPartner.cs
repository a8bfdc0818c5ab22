using YbPay.Protocol.Huimin;

namespace YbPay.Client;

/// <summary>The options' secret, parsed once. Thread-safe. Prints nothing of what it holds.</summary>
internal sealed class HuiminPartner(YbPayHuiminOptions options) : IDisposable
{
    public HuiminKeys Keys { get; } = new(options.Secret);

    public override string ToString() => "***";

    public void Dispose() => Keys.Dispose();
}
