using System.Text;
using YbPay.Cryptography;

namespace YbPay.Storage.Audit;

/// <summary>
/// Who did what to which thing, written in the transaction that did it. A background sealer links the rows into an SM3
/// chain in the order it meets them, so that no writer waits for another; what is changed or removed afterwards shows.
/// </summary>
public static class AuditStore
{
    private const string Columns = "audit_id, actor, action, subject, detail, written_at, position, hash";
    private const int MostLinksAtOnce = 64;

    /// <summary><paramref name="detail"/> holds nothing personal.</summary>
    public static Task AppendAsync(DbSession session, string actor, string action, string subject, string detail, long now) =>
        session.LaterAsync("INSERT INTO audit (actor, action, subject, detail, written_at) VALUES (@actor, @action, @subject, @detail, @now)",
            new { actor, action, subject, detail, now });

    /// <summary>What was done to one thing, oldest first.</summary>
    public static Task<IReadOnlyList<AuditRow>> OfSubjectAsync(DbSession session, string subject) =>
        session.QueryAsync<AuditRow>($"SELECT {Columns} FROM audit WHERE subject = @subject ORDER BY written_at, audit_id", new { subject });

    public static async Task<bool> AnyUnsealedAsync(DbSession session) =>
        await session.FirstOrDefaultAsync<long?>("SELECT audit_id FROM audit WHERE position IS NULL ORDER BY audit_id LIMIT 1").ConfigureAwait(false) is not null;

    public static async Task<AuditHead> HeadAsync(DbSession session) => await HeadAsync(session, "").ConfigureAwait(false);

    /// <summary>Links up to <paramref name="count"/> unlinked rows; returns how many. One sealer at a time: a second waits at the head.</summary>
    public static async Task<int> SealAsync(DbSession session, int count)
    {
        ArgumentNullException.ThrowIfNull(session);
        var head = await HeadAsync(session, session.Dialect.ForUpdate()).ConfigureAwait(false);
        var rows = await session.QueryAsync<AuditRow>($"SELECT {Columns} FROM audit WHERE position IS NULL ORDER BY audit_id LIMIT @count", new { count }).ConfigureAwait(false);
        var (position, hash) = (head.Position, head.Hash);
        foreach (var chunk in rows.Chunk(MostLinksAtOnce))
        {
            var sql = new StringBuilder("UPDATE audit SET position = v.column2, hash = v.column3 FROM (VALUES ");
            var values = new Dictionary<string, object?>();
            for (var i = 0; i < chunk.Length; i++)
            {
                hash = chunk[i].HashAt(++position, hash);
                sql.Append(i == 0 ? "" : ", ").Append(null, $"(@id{i}, @position{i}, @hash{i})");
                (values["id" + i], values["position" + i], values["hash" + i]) = (chunk[i].AuditId, position, hash);
            }

            await session.ExecuteAsync(sql.Append(") AS v WHERE audit.audit_id = v.column1").ToString(), values).ConfigureAwait(false);
        }

        if (rows.Count > 0) await session.ExecuteAsync("UPDATE audit_head SET position = @position, hash = @hash WHERE head_id = 1", new { position, hash }).ConfigureAwait(false);
        return rows.Count;
    }

    /// <summary>
    /// Walks the chain; null when whole, otherwise the first broken link in words. Run it in
    /// <see cref="IDatabase.ReadSnapshotAsync{T}"/>. <paramref name="known"/>: a head noted earlier outside the database,
    /// which the chain must still pass through; without it, one who can rewrite every row and the head leaves no trace.
    /// </summary>
    public static async Task<string?> VerifyAsync(DbSession session, AuditHead? known = null)
    {
        ArgumentNullException.ThrowIfNull(session);
        var head = await HeadAsync(session).ConfigureAwait(false);
        if (known is not null && known.Position > head.Position) return $"The chain ends at link {head.Position}, but link {known.Position} was noted before.";
        var (position, hash) = (0L, new byte[Sm3.Size]);
        while (true)
        {
            var rows = await session.QueryAsync<AuditRow>($"SELECT {Columns} FROM audit WHERE position > @position ORDER BY position LIMIT 1000", new { position }).ConfigureAwait(false);
            if (rows.Count == 0) break;
            foreach (var row in rows)
            {
                if (row.Position != position + 1) return $"Link {position + 1} is missing: the next one found is {row.Position}.";
                hash = row.HashAt(++position, hash);
                if (!hash.AsSpan().SequenceEqual(row.Hash)) return $"Link {position} (row {row.AuditId}) was changed, or the one before it was exchanged.";
                if (known?.Position == position && !hash.AsSpan().SequenceEqual(known.Hash)) return $"Link {position} is not the one that was noted before.";
            }
        }

        if (position < head.Position) return $"Link {position + 1} is missing: the chain ended at link {head.Position}.";
        if (position > head.Position) return $"Link {head.Position + 1} was added behind the chain's head.";
        return hash.AsSpan().SequenceEqual(head.Hash) ? null : $"The head does not carry the hash of link {position}.";
    }

    private static async Task<AuditHead> HeadAsync(DbSession session, string lockWords)
    {
        var head = await session.FirstOrDefaultAsync<AuditHead>($"SELECT position, hash FROM audit_head WHERE head_id = 1{lockWords}").ConfigureAwait(false)
            ?? throw new InvalidDataException("The audit chain's head was removed.");
        return head.Position == 0 ? head with { Hash = new byte[Sm3.Size] } : head;
    }
}
