using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Logging;
using YbPay.Cryptography;
using YbPay.Protocol.MobilePay;
using YbPay.Storage;

namespace YbPay.Center.Pipeline;

/// <summary>
/// The memory of envelopes (ruling A.6): the same envelope again gets the first answer and has no second effect. The key is
/// taken over what is signed and the signature: another spelling of the same envelope is the same envelope, while two messages of
/// one second (14-digit timestamps) that say the same, of which only the path differs, are two. The path is remembered
/// beside it, so that an envelope caught on one interface cannot be sent to another.
/// </summary>
internal sealed class Replays(IDatabase database, TimeProvider clock, ILogger<Replays> log)
{
    /// <summary>Twice the window on both sides of the clock: longer than any accepted envelope can be repeated.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(12);

    private readonly ConcurrentDictionary<string, UnderWay> _underWay = new(StringComparer.Ordinal);

    private sealed record UnderWay(string Path, TaskCompletionSource<byte[]?> Answer);

    private sealed record ReplayRow
    {
        public required string Path { get; init; }

        public required byte[] Answer { get; init; }
    }

    public static string KeyOf(OpenedEnvelope envelope) => Convert.ToHexStringLower(Sm3.Hash(
        [.. Encoding.UTF8.GetBytes($"{envelope.AppId}\n{envelope.Timestamp.ToUnixTimeMilliseconds()}\n"), .. envelope.Signature, .. envelope.Data]));

    /// <summary>
    /// Runs <paramref name="work"/> for a new envelope and remembers its answer; gives the first answer to a known one.
    /// Null when the envelope belongs to another path: it is then not accepted.
    /// </summary>
    /// <param name="durable">The answer is on disk before it is given; otherwise it follows soon after.</param>
    public async Task<byte[]?> OnceAsync(string key, string path, bool durable, Func<Task<byte[]>> work)
    {
        var mine = new UnderWay(path, new TaskCompletionSource<byte[]?>(TaskCreationOptions.RunContinuationsAsynchronously));
        var first = _underWay.GetOrAdd(key, mine);
        if (!ReferenceEquals(first, mine)) return first.Path == path ? await first.Answer.Task : null;
        byte[]? answer = null;
        Task kept = Task.CompletedTask;
        try
        {
            var known = await database.ReadAsync(session => session.FirstOrDefaultAsync<ReplayRow>(
                "SELECT path, answer FROM replays WHERE envelope_key = @key", new { key }));
            if (known is not null) return answer = known.Path == path ? known.Answer : null;
            answer = await work();
            kept = KeepAsync(key, path, answer);
            if (durable) await kept;
            return answer;
        }
        finally
        {
            mine.Answer.SetResult(answer);
            // Until the database remembers the envelope, this process does: there is no moment at which it is new again.
            if (kept.IsCompleted) _underWay.TryRemove(key, out _);
            else _ = ForgetAsync(key, kept);
        }
    }

    private async Task ForgetAsync(string key, Task kept)
    {
        try
        {
            await kept;
        }
        catch (Exception e) when (e is System.Data.Common.DbException or InvalidOperationException)
        {
            log.LogError(e, "an answer could not be kept; its envelope can be used once more");
        }
        finally
        {
            _underWay.TryRemove(key, out _);
        }
    }

    public Task<int> SweepAsync() => database.WriteAsync(session => session.ExecuteAsync(
        "DELETE FROM replays WHERE expires_at < @now", new { now = clock.GetUtcNow().ToUnixTimeMilliseconds() }));

    private Task KeepAsync(string key, string path, byte[] answer) => database.InsertAsync(
        "INSERT INTO replays (envelope_key, path, answer, expires_at) VALUES (@key, @path, @answer, @expiresAt) ON CONFLICT DO NOTHING",
        new { key, path, answer, expiresAt = (clock.GetUtcNow() + Kept).ToUnixTimeMilliseconds() });
}
