using YbPay.Storage;

namespace YbPay.Sandbox.CreditBank;

/// <summary>Carries out what was written down: once, at the moment at which it is due.</summary>
internal static class CreditWork
{
    /// <summary>Carries out all that is due; the clock has it done at the moment at which it was due.</summary>
    public static async Task FinishDueAsync(DbSession session, long now)
    {
        foreach (var order in await CreditOrderTable.DueAsync(session, now)) await FinishAsync(session, order, order.DueAt!.Value);
    }

    /// <summary>Carries it out, or refuses it for good; nothing happens when another did so meanwhile.</summary>
    public static async Task FinishAsync(DbSession session, CreditOrderRow order, long at, string? refusal = null)
    {
        if (!await CreditOrderTable.DoneAsync(session, order, at)) return;
        refusal ??= order.Kind switch
        {
            CreditOrderKind.Agreement => await AgreeAsync(session, order, at),
            CreditOrderKind.Payment => await PayAsync(session, order),
            _ => await RefundAsync(session, order),
        };
        if (refusal is not null) await CreditOrderTable.RefuseAsync(session, order, refusal);
    }

    private static async Task<string?> AgreeAsync(DbSession session, CreditOrderRow order, long at)
    {
        var account = await CreditAccountTable.FindAsync(session, order.AccountNo);
        if (account is null || account.Holder != order.Holder) return "账户不存在或与持有人不符";
        await CreditOrderTable.AgreeAsync(session, order, at);
        return null;
    }

    private static async Task<string?> PayAsync(DbSession session, CreditOrderRow order)
    {
        if (await CreditAccountTable.FindAsync(session, order.AccountNo) is not { } account) return "没有这份签约";
        if (await CreditAccountTable.PayOutAsync(session, account, order.Amount) is not { } discount)
            return account.AccType is "02" or "03" ? "可用额度不足" : "账户余额不足";
        if (discount > 0) await CreditOrderTable.DiscountAsync(session, order, discount);
        return null;
    }

    private static async Task<string?> RefundAsync(DbSession session, CreditOrderRow order)
    {
        if (!await CreditOrderTable.TakeBackAsync(session, order.Merchant, order.Payment, order.Amount)) return await WhyNotAsync(session, order);
        var payment = (await CreditOrderTable.FindAsync(session, order.Merchant, order.Payment))!;
        await CreditAccountTable.PayInAsync(session, payment.AccountNo, CreditRules.GivenBack(payment.Amount, payment.Discount, payment.Refunded - order.Amount, order.Amount));
        return null;
    }

    private static async Task<string> WhyNotAsync(DbSession session, CreditOrderRow order) => await CreditOrderTable.FindAsync(session, order.Merchant, order.Payment) switch
    {
        { Kind: CreditOrderKind.Payment, Status: Orders.OrderStatus.Done } => "退款金额超过可退金额",
        { Kind: CreditOrderKind.Payment } => "原支付未成功",
        _ => "没有这笔支付",
    };
}
