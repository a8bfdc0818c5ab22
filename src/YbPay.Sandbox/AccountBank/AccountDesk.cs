using System.Globalization;
using Microsoft.AspNetCore.Http;
using YbPay.Sandbox.Bank;

namespace YbPay.Sandbox.AccountBank;

/// <summary>What the core can order of the account bank. Each order has one effect however often it is sent.</summary>
public sealed class AccountDesk(AccountBankDatabase database, BankNumbers numbers, TimeProvider time)
{
    private const string Deduct = "DEDUCT";
    private const string Credit = "CREDIT";
    private const int LongestText = 64;

    public Task<BankReply> DeductAsync(BankMerchant merchant, AccountOrder wanted, CancellationToken cancel) => CarryOutAsync(merchant, Deduct, wanted, cancel);

    public Task<BankReply> CreditAsync(BankMerchant merchant, AccountOrder wanted, CancellationToken cancel) => CarryOutAsync(merchant, Credit, wanted, cancel);

    public async Task<BankReply> QueryAsync(BankMerchant merchant, string number, CancellationToken cancel)
    {
        var order = await database.Opened.ReadAsync(session => OrderTable.FindAsync(session, merchant.Id, number), cancel);
        return order is null ? BankReply.Unknown("交易") : BankReply.Ok(order.View());
    }

    /// <summary>All accounts with what went out and came in, for whoever compares both sides.</summary>
    public Task<IReadOnlyList<BankAccountView>> AccountsAsync(CancellationToken cancel) => database.Opened.ReadAsync(AccountTable.AllAsync, cancel);

    /// <summary>The numbers of the orders that were carried out, in the order in which they came.</summary>
    public Task<IReadOnlyList<string>> OrderNumbersAsync(CancellationToken cancel) => database.Opened.ReadAsync(OrderTable.DoneAsync, cancel);

    /// <summary>A blocked account pays nothing until it is released. False when there is no such account.</summary>
    public Task<bool> BlockAsync(string accountNo, bool blocked, CancellationToken cancel) =>
        database.Opened.WriteAsync(session => AccountTable.BlockAsync(session, accountNo, blocked), cancel);

    private async Task<BankReply> CarryOutAsync(BankMerchant merchant, string kind, AccountOrder wanted, CancellationToken cancel)
    {
        if (Problem(wanted) is { } problem) return BankReply.Invalid(problem);
        var digest = BankNumbers.Digest(kind, wanted.AccountNo, wanted.Amount.ToString(CultureInfo.InvariantCulture), wanted.Purpose);
        var order = await database.Opened.WriteAsync(
            async session =>
            {
                if (await OrderTable.InsertAsync(session, merchant.Id, kind, wanted, numbers.Next(kind[0]), digest, time.GetUtcNow().ToUnixTimeMilliseconds()))
                {
                    var refused = kind == Deduct
                        ? await AccountTable.PayOutAsync(session, wanted.AccountNo, wanted.Amount)
                        : await AccountTable.PayInAsync(session, wanted.AccountNo, wanted.Amount);
                    if (refused is not null) await OrderTable.RefuseAsync(session, wanted.Number, refused);
                }

                return await OrderTable.FindAsync(session, merchant.Id, wanted.Number);
            },
            cancel);
        return order is null || order.Digest != digest
            ? BankReply.Refuse(StatusCodes.Status409Conflict, "CONFLICT", "同一交易号的内容不一致")
            : BankReply.Ok(order.View());
    }

    private static string? Problem(AccountOrder wanted) => wanted switch
    {
        { Number.Length: 0 or > LongestText } => $"number 须为 1 至 {LongestText} 位",
        { AccountNo.Length: 0 or > LongestText } => $"accountNo 须为 1 至 {LongestText} 位",
        { Purpose.Length: 0 or > LongestText } => $"purpose 须为 1 至 {LongestText} 位",
        { Amount: <= 0 } => "amount 须为正整数（分）",
        _ => null,
    };
}
