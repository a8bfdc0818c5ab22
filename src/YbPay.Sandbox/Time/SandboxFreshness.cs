using YbPay.Protocol.MobilePay;

namespace YbPay.Sandbox.Time;

/// <summary>
/// Accepts a stamp within five minutes of the sandbox's clock or of the wall clock: a foreign client need not know that
/// the clock was put on. Sandbox only; production has one clock.
/// </summary>
public sealed class SandboxFreshness(SandboxClock clock) : IFreshness
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    public bool Accepts(DateTimeOffset stamp)
    {
        var now = clock.GetUtcNow();
        return (stamp - now).Duration() <= Window || (stamp - (now - clock.Offset)).Duration() <= Window;
    }
}
