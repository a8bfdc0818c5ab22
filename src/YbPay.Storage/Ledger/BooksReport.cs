using System.Text.Json.Serialization;

namespace YbPay.Storage.Ledger;

/// <summary>One thing that the books prove, or where they do not.</summary>
/// <param name="Name">What is claimed.</param>
/// <param name="Examined">How many rows were looked at.</param>
/// <param name="Breaches">Each names an order, entry, leg, settlement or account; nothing personal. Empty when the claim holds; no more than a hundred are named.</param>
/// <param name="Skipped">Why it could not be looked at; null when it was.</param>
public sealed record BooksClaim(string Name, long Examined, IReadOnlyList<string> Breaches, string? Skipped = null)
{
    private const int Most = 100;

    /// <param name="count">A statement that counts what is looked at.</param>
    public static async Task<BooksClaim> ExamineAsync(DbSession session, string name, string count, Func<DbSession, Task<IReadOnlyList<string>>> breaches)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(breaches);
        return new BooksClaim(name, await session.FirstOrDefaultAsync<long>(count).ConfigureAwait(false), [.. (await breaches(session).ConfigureAwait(false)).Take(Most)]);
    }
}

/// <summary>The outcome of a check of the books.</summary>
public sealed record BooksReport(IReadOnlyList<BooksClaim> Claims)
{
    /// <summary>Every claim was examined and holds.</summary>
    public bool IsClean => Claims.All(claim => claim.Breaches.Count == 0 && claim.Skipped is null);

    /// <summary>No claim that was examined is broken.</summary>
    public bool IsSound => Claims.All(claim => claim.Breaches.Count == 0);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BooksReport))]
public sealed partial class BooksJson : JsonSerializerContext;
