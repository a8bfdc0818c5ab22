using YbPay.Engine.Money;

namespace YbPay.Engine.Ledger;

/// <summary>One line: positive is a debit of the account, negative a credit.</summary>
public readonly record struct Posting(string Account, Fen Amount);

/// <summary>
/// A balanced set of postings for one event. The constructor throws when they do not sum to zero: an unbalanced entry
/// is a bug, not an input.
/// </summary>
public sealed record LedgerEntry
{
    public LedgerEntry(string entryId, string reason, IReadOnlyList<Posting> postings)
    {
        var sum = Fen.Zero;
        foreach (var posting in postings) sum += posting.Amount;
        if (sum != Fen.Zero) throw new InvalidOperationException($"Entry {entryId} ({reason}) is off balance by {sum} yuan.");
        (EntryId, Reason, Postings) = (entryId, reason, postings);
    }

    /// <summary>Unique: derived from the event it records, so that the event cannot be posted twice.</summary>
    public string EntryId { get; }

    public string Reason { get; }

    public IReadOnlyList<Posting> Postings { get; }
}
