namespace YbPay.Protocol.MobilePay;

/// <summary>Says whether an envelope's time is near enough to now.</summary>
public interface IFreshness
{
    bool Accepts(DateTimeOffset stamp);
}

/// <summary>Accepts what is at most <paramref name="window"/> before or after the clock; five minutes by default (ruling A.6).</summary>
public sealed class ClockFreshness(TimeProvider clock, TimeSpan? window = null) : IFreshness
{
    private readonly TimeSpan window = window ?? TimeSpan.FromMinutes(5);

    public bool Accepts(DateTimeOffset stamp) => (clock.GetUtcNow() - stamp).Duration() <= window;
}

/// <summary>Accepts any time: for developers' tools and stored messages only, never for a server.</summary>
public sealed class AnyTime : IFreshness
{
    public static AnyTime Instance { get; } = new();

    public bool Accepts(DateTimeOffset stamp) => true;
}
