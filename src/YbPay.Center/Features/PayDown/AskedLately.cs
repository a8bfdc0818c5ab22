using System.Collections.Concurrent;
using YbPay.Center.Running;

namespace YbPay.Center.Features.PayDown;

/// <summary>
/// Which orders this node has asked the core about lately, so that pages and polls that come every few seconds cost it one question. Lost at a
/// restart, which costs one question more.
/// </summary>
internal sealed class AskedLately(CenterBooks books)
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Beyond so many, what is over is dropped.</summary>
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, long> _askedAt = new(StringComparer.Ordinal);

    /// <summary>True, and noted, when nobody asked within the pause.</summary>
    public bool TryAsk(string payOrdId)
    {
        var now = books.Now;
        var over = now - (long)Pause.TotalMilliseconds;
        if (_askedAt.TryGetValue(payOrdId, out var at) && at > over) return false;
        if (_askedAt.Count >= Most)
            foreach (var (id, asked) in _askedAt)
                if (asked <= over) _askedAt.TryRemove(id, out _);
        _askedAt[payOrdId] = now;
        return true;
    }
}
