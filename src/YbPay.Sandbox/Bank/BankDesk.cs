using System.Globalization;
using Microsoft.AspNetCore.Http;
using YbPay.Contracts;

namespace YbPay.Sandbox.Bank;

/// <summary>What merchants can ask of the bank. Each request has one effect however often it is sent.</summary>
public sealed class BankDesk(BankDatabase database, BankOptions options, BankNumbers numbers, TimeProvider time)
{
    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    public async Task<BankReply> CreateAsync(BankMerchant merchant, CreatePayment wanted, CancellationToken cancel)
    {
        if (BankChecks.Problem(wanted, Now) is { } problem) return BankReply.Invalid(problem);
        var digest = BankNumbers.Digest(wanted.PayOrdId, wanted.Amount.ToString(CultureInfo.InvariantCulture), wanted.Subject,
            wanted.ExpireAt.ToString(CultureInfo.InvariantCulture), wanted.NotifyUrl, wanted.ReturnUrl);
        var payment = await database.Opened.WriteAsync(async session =>
        {
            await PaymentTable.InsertAsync(session, merchant.Id, wanted, numbers.Next('P'), digest, Now);
            return (await PaymentTable.FindAsync(session, merchant.Id, wanted.OutTradeNo, Now))!;
        }, cancel);
        if (payment.Digest != digest) return BankReply.Refuse(StatusCodes.Status409Conflict, "CONFLICT", "同一商户订单号的内容不一致");
        return BankReply.Ok(new CreatedPayment(payment.TradeNo, BankStatus.Wait, $"{options.BaseUrl}/pay/{payment.TradeNo}"));
    }

    public async Task<BankReply> QueryAsync(BankMerchant merchant, string outTradeNo, CancellationToken cancel)
    {
        var payment = await database.Opened.ReadAsync(session => PaymentTable.FindAsync(session, merchant.Id, outTradeNo, Now), cancel);
        return payment is null ? BankReply.Unknown("支付") : BankReply.Ok(payment.View());
    }

    public async Task<BankReply> CloseAsync(BankMerchant merchant, string outTradeNo, CancellationToken cancel)
    {
        var payment = await database.Opened.WriteAsync(async session =>
        {
            await PaymentTable.CloseAsync(session, merchant.Id, outTradeNo);
            return await PaymentTable.FindAsync(session, merchant.Id, outTradeNo, Now);
        }, cancel);
        if (payment is null) return BankReply.Unknown("支付");
        return new(payment.Status == BankStatus.Closed ? StatusCodes.Status200OK : StatusCodes.Status409Conflict, payment.View());
    }

    public async Task<BankReply> RefundAsync(BankMerchant merchant, CreateRefund wanted, CancellationToken cancel)
    {
        if (BankChecks.Problem(wanted) is { } problem) return BankReply.Invalid(problem);
        var digest = BankNumbers.Digest(wanted.OutTradeNo, wanted.Amount.ToString(CultureInfo.InvariantCulture), wanted.Reason);
        var refund = await database.Opened.WriteAsync(async session =>
        {
            if (await PaymentTable.FindAsync(session, merchant.Id, wanted.OutTradeNo, Now) is null) return null;
            if (await RefundTable.InsertAsync(session, merchant.Id, wanted, numbers.Next('R'), digest, Now)
                && !await PaymentTable.GiveBackAsync(session, merchant.Id, wanted.OutTradeNo, wanted.Amount))
                await RefundTable.RefuseAsync(session, merchant.Id, wanted.OutRefundNo);
            return await RefundTable.FindAsync(session, merchant.Id, wanted.OutRefundNo);
        }, cancel);
        if (refund is null) return BankReply.Unknown("支付");
        return refund.Digest == digest
            ? BankReply.Ok(refund.View())
            : BankReply.Refuse(StatusCodes.Status409Conflict, "CONFLICT", "同一商户退款号的内容不一致");
    }

    public async Task<BankReply> QueryRefundAsync(BankMerchant merchant, string outRefundNo, CancellationToken cancel)
    {
        var refund = await database.Opened.ReadAsync(session => RefundTable.FindAsync(session, merchant.Id, outRefundNo), cancel);
        return refund is null ? BankReply.Unknown("退款") : BankReply.Ok(refund.View());
    }

    /// <param name="date">yyyy-MM-dd, a day in China.</param>
    public async Task<BankReply> StatementAsync(BankMerchant merchant, string? date, CancellationToken cancel)
    {
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day == DateOnly.MaxValue)
            return BankReply.Invalid("date 须为 yyyy-MM-dd");
        var (from, until) = (ChinaTime.Midnight(day).ToUnixTimeMilliseconds(), ChinaTime.Midnight(day.AddDays(1)).ToUnixTimeMilliseconds());
        var rows = await database.Opened.ReadAsync(session => StatementTable.ReadAsync(session, merchant.Id, from, until), cancel);
        var (payments, refunds) = (rows.Where(row => row.Amount > 0).ToList(), rows.Where(row => row.Amount < 0).ToList());
        return BankReply.Ok(new Statement(date!, rows, payments.Count, payments.Sum(row => row.Amount), refunds.Count, refunds.Sum(row => row.Amount)));
    }
}
