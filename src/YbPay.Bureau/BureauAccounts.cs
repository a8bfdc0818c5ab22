using YbPay.Bureau.Accounts;
using YbPay.Bureau.Door;
using YbPay.Bureau.Features.Accounts;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Outcomes;
using YbPay.Engine.Ledger;
using YbPay.Engine.Money;

namespace YbPay.Bureau;

/// <summary>What happens to accounts outside the envelope: statements, top-ups, freezes. Every change is once under its caller's number.</summary>
public sealed class BureauAccounts
{
    private readonly BureauDatabase database;
    private readonly PersonCipher cipher;
    private readonly AccountChanges changes;

    internal BureauAccounts(BureauDatabase database, PersonCipher cipher, AccountChanges changes) => (this.database, this.cipher, this.changes) = (database, cipher, changes);

    /// <summary>
    /// A person's own accounts, and after them the family's that the person may use, in their order; empty for who is unknown. Balances, movements
    /// and years are of one moment.
    /// </summary>
    public Task<IReadOnlyList<AccountStatement>> OfAsync(string psnNo, CancellationToken cancel = default) => database.Get().ReadSnapshotAsync(
        async session =>
        {
            var personKey = cipher.Key(psnNo);
            var accounts = new List<AccountRow>();
            foreach (var kind in new[] { AccountKind.Personal, AccountKind.Wallet, AccountKind.MutualAid }) accounts.AddRange(await AccountStore.OwnAsync(session, personKey, kind));
            foreach (var family in await AccountStore.PayingAsync(session, AccountKind.MutualAid, personKey, ""))
                if (accounts.TrueForAll(own => own.AccountId != family.AccountId)) accounts.Add(family);

            var statements = new List<AccountStatement>();
            foreach (var account in accounts) statements.Add(await AccountStatementStore.ReadAsync(session, account, account.NumberAtBank(cipher)));
            return (IReadOnlyList<AccountStatement>)statements;
        },
        cancel);

    /// <summary>Orders the bank to take money in for an account; the account has it when the bank says so. True when it is ordered now, false when the number was used before.</summary>
    /// <param name="number">The caller's, at most 28 letters and digits.</param>
    /// <param name="amount">Positive.</param>
    public Task<Outcome<bool>> TopUpAsync(string number, string accountId, Fen amount, CancellationToken cancel = default) => changes.TopUpAsync(number, accountId, amount, cancel);

    /// <summary>Keeps money from being spent. True when it is frozen now, false when the number was used before; refused when there is not so much to spend.</summary>
    /// <param name="amount">Positive.</param>
    /// <param name="reason">For the account's file; nothing personal.</param>
    public Task<Outcome<bool>> FreezeAsync(string number, string accountId, Fen amount, string reason, CancellationToken cancel = default) =>
        changes.FreezeAsync(number, accountId, amount, reason, cancel);

    /// <summary>Ends a freeze. False when there is none under that number, or it was ended before.</summary>
    public Task<bool> ReleaseAsync(string number, CancellationToken cancel = default) => changes.ReleaseAsync(number, cancel);
}
