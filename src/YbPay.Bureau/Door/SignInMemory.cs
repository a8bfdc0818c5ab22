using System.Collections.Concurrent;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Outcomes;
using YbPay.Storage;

namespace YbPay.Bureau.Door;

internal sealed record SignInRow(string Institution, long ExpiresAt);

/// <summary>Says whether a sign_no holds. Remembers what it read: a sign-in never changes, it only runs out.</summary>
internal sealed class SignInMemory(BureauDatabase database, PersonCipher cipher)
{
    private const int Largest = 10_000;
    private readonly ConcurrentDictionary<string, SignInRow> known = new();

    public async ValueTask<Refusal?> CheckAsync(string? signNo, string institution, long now, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(signNo)) return Refusals.SignInInvalid.With("缺少签到编号");
        if (!known.TryGetValue(signNo, out var row))
        {
            row = await database.Get().ReadAsync(session => FindAsync(session, cipher.SignKey(signNo)), cancel);
            if (row is null) return Refusals.SignInInvalid;
            if (known.Count >= Largest) known.Clear();
            known[signNo] = row;
        }

        if (row.Institution != institution) return Refusals.SignInInvalid;
        return row.ExpiresAt > now ? null : Refusals.SignInInvalid.With("已过期");
    }

    private static Task<SignInRow?> FindAsync(DbSession session, string signKey) =>
        session.FirstOrDefaultAsync<SignInRow>("SELECT institution, expires_at FROM sign_in WHERE sign_key = @signKey", new { signKey });
}
