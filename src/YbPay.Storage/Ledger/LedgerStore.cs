using YbPay.Engine.Ledger;

namespace YbPay.Storage.Ledger;

/// <summary>The double-entry ledger: entries are only ever added.</summary>
public static class LedgerStore
{
    /// <summary>Writes one balanced entry; the entry id is unique, so posting twice fails in the database.</summary>
    public static Task PostAsync(DbSession session, LedgerEntry entry, string ownerId, string institution, long now) => throw new NotImplementedException();

    /// <summary>Sum of fen per account over an owner's entries.</summary>
    public static Task<IReadOnlyDictionary<string, long>> BalancesOfAsync(DbSession session, string ownerId) => throw new NotImplementedException();

    /// <summary>Entry ids whose lines do not sum to zero; empty when the books hold.</summary>
    public static Task<IReadOnlyList<string>> UnbalancedAsync(DbSession session) => throw new NotImplementedException();
}
