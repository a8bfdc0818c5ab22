using YbPay.Storage;

namespace YbPay.Sandbox.AccountBank;

/// <summary>An order as it stands in the database.</summary>
internal sealed record OrderRow(string Number, string Merchant, string Kind, long Amount, string Status, string BankNo, string Message, string Digest, long CreatedAt)
{
    public AccountOrderView View() => new(Number, Kind, Amount, Status, BankNo, Message, CreatedAt);
}

/// <summary>Deductions and credits, each number once, done or refused for good.</summary>
internal static class OrderTable
{
    private const string Columns = "number, merchant, kind, amount, status, bank_no, message, digest, created_at";

    /// <summary>False when the number was used before.</summary>
    public static async Task<bool> InsertAsync(DbSession session, string merchant, string kind, AccountOrder wanted, string bankNo, string digest, long now) =>
        await session.ExecuteAsync(
            """
            INSERT INTO bank_account_order (number, place, merchant, kind, account_no, amount, purpose, status, bank_no, message, digest, created_at)
            SELECT @Number, COALESCE(MAX(place), 0) + 1, @merchant, @kind, @AccountNo, @Amount, @Purpose, 'DONE', @bankNo, '交易成功', @digest, @now FROM bank_account_order WHERE true
            ON CONFLICT (number) DO NOTHING
            """,
            new { wanted.Number, merchant, kind, wanted.AccountNo, wanted.Amount, wanted.Purpose, bankNo, digest, now }) == 1;

    public static Task RefuseAsync(DbSession session, string number, string message) =>
        session.ExecuteAsync("UPDATE bank_account_order SET status = 'REFUSED', message = @message WHERE number = @number", new { number, message });

    /// <summary>What was done, in the order in which it came.</summary>
    public static Task<IReadOnlyList<string>> DoneAsync(DbSession session) =>
        session.QueryAsync<string>("SELECT number FROM bank_account_order WHERE status = 'DONE' ORDER BY place, created_at");

    public static Task<OrderRow?> FindAsync(DbSession session, string merchant, string number) => session.FirstOrDefaultAsync<OrderRow>(
        $"SELECT {Columns} FROM bank_account_order WHERE number = @number AND merchant = @merchant", new { number, merchant });
}
