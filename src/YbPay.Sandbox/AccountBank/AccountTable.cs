using YbPay.Contracts;
using YbPay.Storage;

namespace YbPay.Sandbox.AccountBank;

/// <summary>The bank's accounts. A balance never falls below zero; a blocked account pays nothing and still takes money.</summary>
internal static class AccountTable
{
    public static Task OpenAsync(DbSession session, string accountNo, string bankCode, long opening) => session.ExecuteAsync(
        """
        INSERT INTO bank_account (account_no, bank_code, opening, balance) VALUES (@accountNo, @bankCode, @opening, @opening)
        ON CONFLICT (account_no) DO NOTHING
        """,
        new { accountNo, bankCode, opening });

    /// <summary>Null when it was paid out; otherwise why not, in the bank's words.</summary>
    public static async Task<string?> PayOutAsync(DbSession session, string accountNo, long amount)
    {
        var paid = await session.ExecuteAsync(
            "UPDATE bank_account SET balance = balance - @amount WHERE account_no = @accountNo AND blocked = 0 AND balance >= @amount", new { accountNo, amount });
        if (paid == 1) return null;
        var blocked = await session.FirstOrDefaultAsync<long?>("SELECT blocked FROM bank_account WHERE account_no = @accountNo", new { accountNo });
        return blocked switch { null => "账户不存在", 1 => "账户状态异常", _ => "账户余额不足" };
    }

    /// <summary>Null when it was paid in; otherwise why not.</summary>
    public static async Task<string?> PayInAsync(DbSession session, string accountNo, long amount) =>
        await session.ExecuteAsync("UPDATE bank_account SET balance = balance + @amount WHERE account_no = @accountNo", new { accountNo, amount }) == 1 ? null : "账户不存在";

    /// <summary>False when there is no such account.</summary>
    public static async Task<bool> BlockAsync(DbSession session, string accountNo, bool blocked) =>
        await session.ExecuteAsync("UPDATE bank_account SET blocked = @blocked WHERE account_no = @accountNo", new { accountNo, blocked }) == 1;

    public static async Task<IReadOnlyList<BankAccountView>> AllAsync(DbSession session)
    {
        var rows = await session.QueryAsync<Row>(
            """
            SELECT a.account_no, a.bank_code, a.opening, a.balance,
              COALESCE((SELECT SUM(o.amount) FROM bank_account_order o WHERE o.account_no = a.account_no AND o.kind = 'DEDUCT' AND o.status = 'DONE'), 0) AS deducted,
              COALESCE((SELECT SUM(o.amount) FROM bank_account_order o WHERE o.account_no = a.account_no AND o.kind = 'CREDIT' AND o.status = 'DONE'), 0) AS credited
            FROM bank_account a ORDER BY a.account_no
            """);
        return [.. rows.Select(row => new BankAccountView(new Personal(row.AccountNo), row.BankCode, row.Opening, row.Balance, row.Deducted, row.Credited))];
    }

    private sealed record Row(string AccountNo, string BankCode, long Opening, long Balance, long Deducted, long Credited)
    {
        public override string ToString() => "***";
    }
}
