using YbPay.Contracts;
using YbPay.Engine.Money;
using YbPay.Storage;

namespace YbPay.Bureau.Accounts;

/// <summary>Reads an account's statement.</summary>
internal static class AccountStatementStore
{
    private const int Shown = 4;

    public static async Task<AccountStatement> ReadAsync(DbSession session, AccountRow account, Personal number)
    {
        var moved = await session.QueryAsync<Movement>(
            "SELECT reason, reference, change, balance, moved_at FROM account_movement WHERE account_id = @AccountId ORDER BY number", new { account.AccountId });
        var years = await session.QueryAsync<Year>("SELECT year AS name, opening, income, outgo FROM account_year WHERE account_id = @AccountId ORDER BY year", new { account.AccountId });
        return new AccountStatement(
            account.AccountId, account.Kind, account.BankName, Mask(number.Reveal()), new Fen(account.Balance), new Fen(account.Frozen), new Fen(account.Held),
            [.. moved.Select(row => new AccountMovement(row.Reason, row.Reference, new Fen(row.Change), new Fen(row.Balance), DateTimeOffset.FromUnixTimeMilliseconds(row.MovedAt)))],
            [.. years.Select(row => new AccountYear(row.Name, new Fen(row.Opening), new Fen(row.Income), new Fen(row.Outgo)))]);
    }

    private static string Mask(string number) => number.Length <= Shown ? new string('*', number.Length) : new string('*', number.Length - Shown) + number[^Shown..];

    private sealed record Movement(string Reason, string Reference, long Change, long Balance, long MovedAt);

    private sealed record Year(string Name, long Opening, long Income, long Outgo);
}
