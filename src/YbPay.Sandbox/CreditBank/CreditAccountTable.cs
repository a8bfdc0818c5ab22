using YbPay.Contracts;
using YbPay.Storage;

namespace YbPay.Sandbox.CreditBank;

/// <summary>An account as it stands in the database. Prints nothing of it.</summary>
internal sealed record CreditAccountRow(string AccountNo, string Person, string Holder, string AccType, string Label, long Available, string Coupon, long CouponFrom, long CouponOff, long CouponLeft)
{
    public string Masked => CreditRules.Masked(AccountNo);

    /// <summary>The discount on a payment, while there are coupons.</summary>
    public long DiscountOn(long amount) => CouponLeft > 0 && amount >= CouponFrom ? CouponOff : 0;

    public override string ToString() => "***";
}

/// <summary>The bank's accounts: what is available never falls below zero and never rises above what it was at first.</summary>
internal static class CreditAccountTable
{
    private const string Columns = "account_no, person, holder, acc_type, label, available, coupon, coupon_from, coupon_off, coupon_left";

    public static Task OpenAsync(DbSession session, CreditAccountSeed seed, string person, string holder) => session.ExecuteAsync(
        """
        INSERT INTO credit_account (account_no, person, holder, acc_type, label, opening, available, coupon, coupon_from, coupon_off, coupon_left)
        VALUES (@accountNo, @person, @holder, @AccType, @Label, @Money, @Money, @coupon, @from, @off, @left)
        ON CONFLICT (account_no) DO NOTHING
        """,
        new
        {
            accountNo = seed.AccountNo.Reveal(), person, holder, seed.AccType, seed.Label, seed.Money,
            coupon = seed.Coupon?.Label ?? "", from = seed.Coupon?.From ?? 0, off = seed.Coupon?.Off ?? 0, left = (long)(seed.Coupon?.Times ?? 0),
        });

    public static Task<CreditAccountRow?> FindAsync(DbSession session, string accountNo) =>
        session.FirstOrDefaultAsync<CreditAccountRow>($"SELECT {Columns} FROM credit_account WHERE account_no = @accountNo", new { accountNo });

    public static Task<IReadOnlyList<CreditAccountRow>> OfHolderAsync(DbSession session, string holder, string person) => session.QueryAsync<CreditAccountRow>(
        $"SELECT {Columns} FROM credit_account WHERE person = @person AND holder = @holder ORDER BY acc_type, account_no", new { person, holder });

    /// <summary>The discount that was granted when it was paid out; null when too little is available.</summary>
    public static async Task<long?> PayOutAsync(DbSession session, CreditAccountRow account, long amount)
    {
        var discount = account.DiscountOn(amount);
        if (await TakeAsync(session, account.AccountNo, amount - discount, discount > 0 ? 1 : 0)) return discount;
        // The last coupon may have gone to another payment meanwhile.
        return discount > 0 && await TakeAsync(session, account.AccountNo, amount, 0) ? 0 : null;
    }

    public static Task PayInAsync(DbSession session, string accountNo, long amount) =>
        session.ExecuteAsync("UPDATE credit_account SET available = available + @amount WHERE account_no = @accountNo", new { accountNo, amount });

    public static async Task<IReadOnlyList<CreditAccountState>> AllAsync(DbSession session)
    {
        var rows = await session.QueryAsync<(string AccountNo, string AccType, long Opening, long Available)>(
            "SELECT account_no, acc_type, opening, available FROM credit_account ORDER BY account_no");
        return [.. rows.Select(row => new CreditAccountState(new Personal(row.AccountNo), row.AccType, row.Opening, row.Available))];
    }

    private static async Task<bool> TakeAsync(DbSession session, string accountNo, long amount, long coupons) => await session.ExecuteAsync(
        """
        UPDATE credit_account SET available = available - @amount, coupon_left = coupon_left - @coupons
        WHERE account_no = @accountNo AND available >= @amount AND coupon_left >= @coupons
        """,
        new { accountNo, amount, coupons }) == 1;
}
