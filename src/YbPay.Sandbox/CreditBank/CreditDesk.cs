using System.Globalization;
using Microsoft.AspNetCore.Http;
using YbPay.Sandbox.Bank;
using YbPay.Sandbox.Orders;
using YbPay.Storage;

namespace YbPay.Sandbox.CreditBank;

/// <summary>What the huimin platform can order of the credit bank. Each order has one effect however often it is sent.</summary>
public sealed class CreditDesk(CreditBankDatabase database, BankNumbers numbers, PersonIndex persons, OrderLevers levers, TimeProvider time)
{
    private const int LongestText = 64;
    private const long LargestAmount = 99_999_999_999;

    /// <summary>What control tells the bank to do with orders to come.</summary>
    public OrderLevers Levers => levers;

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>The index under which levers name a person.</summary>
    public string PersonOf(string idNo) => persons.Of(idNo);

    /// <summary>The accounts of a person; none when number and name do not belong together.</summary>
    public async Task<BankReply> AccountsAsync(BankMerchant merchant, CreditPerson person, CancellationToken cancel)
    {
        var accounts = await database.Opened.ReadAsync(
            session => CreditAccountTable.OfHolderAsync(session, persons.Of(person.IdNo, person.Name), persons.Of(person.IdNo)), cancel);
        return BankReply.Ok(new CreditAccounts([.. accounts.Select(account => new CreditAccountView(account.AccType, account.AccountNo, $"{account.Label}（{account.Masked}）"))]));
    }

    public Task<BankReply> AgreeAsync(BankMerchant merchant, CreditAgreementOrder wanted, CancellationToken cancel) => CarryOutAsync(
        new()
        {
            Merchant = merchant.Id, Number = wanted.Number, Kind = CreditOrderKind.Agreement, AccountNo = wanted.AccountNo, Holder = persons.Of(wanted.IdNo, wanted.Name),
            AgreementNo = numbers.Next('A'), Digest = BankNumbers.Digest(CreditOrderKind.Agreement, wanted.AccountNo, persons.Of(wanted.IdNo, wanted.Name)),
        },
        _ => Task.FromResult<string?>(wanted.AccountNo), cancel);

    public Task<BankReply> PayAsync(BankMerchant merchant, CreditPaymentOrder wanted, CancellationToken cancel) => CarryOutAsync(
        new()
        {
            Merchant = merchant.Id, Number = wanted.Number, Kind = CreditOrderKind.Payment, AgreementNo = wanted.AgreementNo, Amount = wanted.Amount, Purpose = wanted.Purpose,
            Digest = BankNumbers.Digest(CreditOrderKind.Payment, wanted.AgreementNo, Digits(wanted.Amount), wanted.Purpose),
        },
        session => CreditOrderTable.AccountUnderAsync(session, merchant.Id, wanted.AgreementNo), cancel);

    public Task<BankReply> RefundAsync(BankMerchant merchant, CreditRefundOrder wanted, CancellationToken cancel) => CarryOutAsync(
        new()
        {
            Merchant = merchant.Id, Number = wanted.Number, Kind = CreditOrderKind.Refund, Payment = wanted.Payment, Amount = wanted.Amount, Purpose = wanted.Purpose,
            Digest = BankNumbers.Digest(CreditOrderKind.Refund, wanted.Payment, Digits(wanted.Amount), wanted.Purpose),
        },
        async session => (await CreditOrderTable.FindAsync(session, merchant.Id, wanted.Payment))?.AccountNo, cancel);

    public async Task<BankReply> QueryAsync(BankMerchant merchant, string number, CancellationToken cancel)
    {
        var view = await database.Opened.WriteAsync(
            async session =>
            {
                await CreditWork.FinishDueAsync(session, Now);
                return await CreditOrderTable.FindAsync(session, merchant.Id, number) is { } order ? await ViewAsync(session, order) : null;
            },
            cancel);
        return view is null ? BankReply.Unknown("交易") : BankReply.Ok(view);
    }

    /// <param name="from">Milliseconds since 1970 UTC; what was done then or later.</param>
    /// <param name="to">What was done before.</param>
    public async Task<BankReply> StatementAsync(BankMerchant merchant, string? from, string? to, CancellationToken cancel)
    {
        if (!long.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var first) || !long.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var last))
            return BankReply.Invalid("from 与 to 须为毫秒时间戳");
        var rows = await database.Opened.WriteAsync(
            async session =>
            {
                await CreditWork.FinishDueAsync(session, Now);
                return await CreditOrderTable.StatementAsync(session, merchant.Id, first, last);
            },
            cancel);
        var (payments, refunds) = (rows.Where(row => row.Amount > 0).ToList(), rows.Where(row => row.Amount < 0).ToList());
        return BankReply.Ok(new CreditStatement(rows, payments.Count, payments.Sum(row => row.Amount), refunds.Count, refunds.Sum(row => row.Amount)));
    }

    /// <summary>Carries out everything that waits; how many that were.</summary>
    public Task<int> FinishAllAsync(CancellationToken cancel) => database.Opened.WriteAsync(
        async session =>
        {
            var waiting = await CreditOrderTable.DueAsync(session, long.MaxValue);
            foreach (var order in waiting) await CreditWork.FinishAsync(session, order, Math.Min(Now, order.DueAt!.Value));
            return waiting.Count;
        },
        cancel);

    /// <summary>All accounts, for whoever compares both sides.</summary>
    public Task<IReadOnlyList<CreditAccountState>> BooksAsync(CancellationToken cancel) => database.Opened.ReadAsync(CreditAccountTable.AllAsync, cancel);

    private async Task<BankReply> CarryOutAsync(CreditOrderRow wanted, Func<DbSession, Task<string?>> accountOf, CancellationToken cancel)
    {
        if (Problem(wanted) is { } problem) return BankReply.Invalid(problem);
        var (now, bankNo) = (Now, numbers.Next(wanted.Kind[0]));
        OrderLever? lever = null; // taken once, however often the database makes us try
        var (order, view) = await database.Opened.WriteAsync(
            async session =>
            {
                await CreditWork.FinishDueAsync(session, now);
                if (await CreditOrderTable.FindAsync(session, wanted.Merchant, wanted.Number) is { } before) return (before, await ViewAsync(session, before));
                var account = await accountOf(session) is { Length: > 0 } accountNo ? await CreditAccountTable.FindAsync(session, accountNo) : null;
                lever ??= levers.Take(wanted.Kind, account?.Person, wanted.AgreementNo);
                var due = lever?.Action == LeverAction.Late ? now + (long)lever.After.TotalMilliseconds : now;
                var written = wanted with { AccountNo = account?.AccountNo ?? "", BankNo = bankNo, DueAt = due, CreatedAt = now };
                if (await CreditOrderTable.InsertAsync(session, written) && lever?.Action != LeverAction.Late)
                    await CreditWork.FinishAsync(session, written, now, lever is null ? null : "模拟银行按指令拒绝本次交易");
                var stands = (await CreditOrderTable.FindAsync(session, wanted.Merchant, wanted.Number))!;
                return (stands, await ViewAsync(session, stands));
            },
            cancel);
        return order.Digest == wanted.Digest ? BankReply.Ok(view) : BankReply.Refuse(StatusCodes.Status409Conflict, "CONFLICT", "同一交易号的内容不一致");
    }

    private static async Task<CreditOrderView> ViewAsync(DbSession session, CreditOrderRow order) => order.View(await CreditAccountTable.FindAsync(session, order.AccountNo));

    private static string? Problem(CreditOrderRow wanted) => wanted switch
    {
        { Number.Length: 0 or > LongestText } => $"number 须为 1 至 {LongestText} 位",
        { Purpose.Length: > LongestText } => $"purpose 须不超过 {LongestText} 位",
        { Kind: CreditOrderKind.Agreement } => null,
        { Amount: <= 0 or > LargestAmount } => "amount 须为正整数（分），不超过 11 位",
        _ => null,
    };

    private static string Digits(long amount) => amount.ToString(CultureInfo.InvariantCulture);
}
