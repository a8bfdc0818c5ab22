using YbPay.Engine.Ledger;
using YbPay.Storage;

namespace YbPay.Bureau.Accounts;

/// <summary>Reads accounts with the money that stands on them.</summary>
internal static class AccountStore
{
    private const string Select =
        """
        SELECT a.account_id, a.kind, a.person_key, a.insutype, a.bank_type, a.bank_code, a.bank_name, a.number,
          COALESCE(i.account_balance, a.balance) AS balance, COALESCE(i.account_frozen, a.frozen) AS frozen, COALESCE(i.account_held, a.held) AS held
        FROM account a LEFT JOIN insurance i ON a.kind = 0 AND i.person_key = a.person_key AND i.insutype = a.insutype
        """;

    /// <summary>Adds the account; false when it is there already.</summary>
    public static async Task<bool> AddAsync(DbSession session, AccountRow row) => await session.ExecuteAsync(
        """
        INSERT INTO account (account_id, kind, person_key, insutype, bank_type, bank_code, bank_name, number, balance)
        VALUES (@AccountId, @Kind, @PersonKey, @Insutype, @BankType, @BankCode, @BankName, @Number, @balance) ON CONFLICT (account_id) DO NOTHING
        """,
        new
        {
            row.AccountId, row.Kind, row.PersonKey, row.Insutype, row.BankType, row.BankCode, row.BankName, row.Number,
            balance = row.Kind is AccountKind.Personal ? (long?)null : row.Balance,
        }) == 1;

    /// <summary>Lets a person use a mutual-aid account, at a place in the agreed order.</summary>
    public static Task LinkAsync(DbSession session, string personKey, int place, string accountId) => session.ExecuteAsync(
        "INSERT INTO mutual_aid (person_key, place, account_id) VALUES (@personKey, @place, @accountId) ON CONFLICT DO NOTHING", new { personKey, place, accountId });

    public static Task<AccountRow?> FindAsync(DbSession session, string accountId) =>
        session.FirstOrDefaultAsync<AccountRow>($"{Select} WHERE a.account_id = @accountId", new { accountId });

    /// <summary>An account that must be there because a leg, a part or a freeze of ours names it.</summary>
    public static async Task<AccountRow> GetAsync(DbSession session, string accountId) =>
        await FindAsync(session, accountId) ?? throw new InvalidOperationException($"Account {accountId} is gone.");

    /// <summary>A person's own accounts of one kind.</summary>
    public static Task<IReadOnlyList<AccountRow>> OwnAsync(DbSession session, string personKey, AccountKind kind) =>
        session.QueryAsync<AccountRow>($"{Select} WHERE a.person_key = @personKey AND a.kind = @kind ORDER BY a.account_id", new { personKey, kind });

    /// <summary>The accounts that pay for a person, in order: the insurance's personal account, the wallet, or the family's mutual-aid accounts.</summary>
    public static Task<IReadOnlyList<AccountRow>> PayingAsync(DbSession session, AccountKind kind, string personKey, string insutype) => kind switch
    {
        AccountKind.Personal => session.QueryAsync<AccountRow>(
            $"{Select} WHERE a.person_key = @personKey AND a.kind = 0 AND a.insutype = @insutype", new { personKey, insutype }),
        AccountKind.Wallet => OwnAsync(session, personKey, kind),
        AccountKind.MutualAid => session.QueryAsync<AccountRow>(
            $"{Select} JOIN mutual_aid m ON m.account_id = a.account_id WHERE m.person_key = @personKey ORDER BY m.place", new { personKey }),
    };

    /// <summary>The account as it stays until the commit.</summary>
    public static async Task<AccountRow> LockedAsync(DbSession session, AccountRow account)
    {
        if (session.Dialect == Dialect.Postgres)
            await session.QueryAsync<long>(
                account.Kind is AccountKind.Personal
                    ? "SELECT version FROM insurance WHERE person_key = @PersonKey AND insutype = @Insutype FOR UPDATE"
                    : "SELECT version FROM account WHERE account_id = @AccountId FOR UPDATE",
                new { account.AccountId, account.PersonKey, account.Insutype });
        return await GetAsync(session, account.AccountId);
    }
}
