using YbPay.Sandbox.Orders;
using YbPay.Storage;

namespace YbPay.Sandbox.Insurer;

/// <summary>Carries out what was written down: once, at the moment at which it is due.</summary>
internal sealed class InsurerWork(InsurerOptions options, CaseWork cases, TimeProvider time)
{
    public long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    public InsuranceBook Book => options.Book;

    /// <summary>The number of the platform that it works for.</summary>
    public string Platform => options.Platform.Id;

    public CaseWork Cases => cases;

    /// <summary>Everything that is due: orders that waited, then the cases' stages.</summary>
    public async Task FinishDueAsync(DbSession session, long now)
    {
        foreach (var order in await InsurerOrderTable.DueAsync(session, now)) await FinishAsync(session, order, order.DueAt!.Value);
        await cases.MoveDueAsync(session, now);
    }

    /// <summary>Carries it out, or refuses it for good; nothing happens when another did so meanwhile.</summary>
    public async Task FinishAsync(DbSession session, InsurerOrderRow order, long at, string? refusal = null)
    {
        if (!await InsurerOrderTable.DoneAsync(session, order, at)) return;
        var end = refusal is not null ? InsurerEnd.Refused(refusal) : order.Kind switch
        {
            InsurerOrderKind.Quote => await QuoteAsync(session, order),
            InsurerOrderKind.Settlement => await SettleAsync(session, order),
            InsurerOrderKind.Cancellation => await CancelAsync(session, order),
            InsurerOrderKind.Case => await ReceiveAsync(session, order, at),
            _ => await WithdrawAsync(session, order, at),
        };
        await InsurerOrderTable.EndAsync(session, order, end);
    }

    /// <summary>The plan that pays most; nothing is put by for a quote.</summary>
    private async Task<InsurerEnd> QuoteAsync(DbSession session, InsurerOrderRow order)
    {
        var policies = await PolicyTable.OfAsync(session, order.Person);
        if (policies.Count == 0) return InsurerEnd.Done("", 0, "未投保商业保险");
        var best = policies.Select(policy => (policy.InsuranceId, Amount: InsurerRules.Payable(options.Book.Find(policy.InsuranceId)!, order.Asked, policy.Cap - policy.Used)))
            .MaxBy(offer => offer.Amount);
        return InsurerEnd.Done(best.InsuranceId, best.Amount, best.Amount > 0 ? "试算成功" : "未超过免赔额或额度已用完");
    }

    private static async Task<InsurerEnd> SettleAsync(DbSession session, InsurerOrderRow order)
    {
        if (await InsurerOrderTable.FindAsync(session, order.Merchant, order.Reference) is not { Kind: InsurerOrderKind.Quote, Status: OrderStatus.Done } quote) return InsurerEnd.Refused("没有这笔试算");
        if (quote.Amount != order.Asked) return InsurerEnd.Refused("结算金额与试算金额不一致");
        if (!await InsurerOrderTable.SpendAsync(session, quote)) return InsurerEnd.Refused("该试算已结算");
        if (await PolicyTable.UseAsync(session, quote.Person, quote.InsuranceId, quote.Amount)) return InsurerEnd.Done(quote.InsuranceId, quote.Amount, "结算成功");
        await InsurerOrderTable.KeepAsync(session, quote);
        return InsurerEnd.Refused("保险额度已用完");
    }

    private static async Task<InsurerEnd> CancelAsync(DbSession session, InsurerOrderRow order)
    {
        if (await InsurerOrderTable.FindAsync(session, order.Merchant, order.Reference) is not { Kind: InsurerOrderKind.Settlement, Status: OrderStatus.Done } settlement) return InsurerEnd.Refused("没有这笔结算");
        if (!await InsurerOrderTable.SpendAsync(session, settlement)) return InsurerEnd.Refused("该结算已撤销");
        var quote = (await InsurerOrderTable.FindAsync(session, order.Merchant, settlement.Reference))!;
        await PolicyTable.GiveBackAsync(session, quote.Person, quote.InsuranceId, settlement.Amount);
        return InsurerEnd.Done(settlement.InsuranceId, settlement.Amount, "撤销成功");
    }

    private async Task<InsurerEnd> ReceiveAsync(DbSession session, InsurerOrderRow order, long at)
    {
        if (options.Book.Find(order.InsuranceId) is null) return InsurerEnd.Refused("没有这个保险产品");
        var (holder, refusal) = order.Content.Split('\n') is [var first, var second] ? (first, second) : ("", "");
        var row = cases.Received(new() { Merchant = order.Merchant, CaseNo = order.Reference, Person = order.Person, Holder = holder, InsuranceId = order.InsuranceId, Base = order.Asked, Refusal = refusal }, at);
        return await CaseTable.InsertAsync(session, row) ? InsurerEnd.Done(order.InsuranceId, 0, "已受理") : InsurerEnd.Refused("案件号已使用");
    }

    /// <summary>A case that is withdrawn already is withdrawn: whoever asks wants just that.</summary>
    private static async Task<InsurerEnd> WithdrawAsync(DbSession session, InsurerOrderRow order, long at)
    {
        if (await CaseTable.FindAsync(session, order.Merchant, order.Reference) is not { } row) return InsurerEnd.Refused("没有这个案件");
        if (row.Stage == CaseStage.Withdrawn) return InsurerEnd.Done(row.InsuranceId, 0, "撤销成功");
        var withdrawn = row with { Stage = CaseStage.Withdrawn, StageAt = at, NextAt = null, Amount = 0, Message = CaseStage.Said(CaseStage.Withdrawn) };
        return CaseStage.MayBeWithdrawn(row.Stage) && await CaseTable.MoveAsync(session, row, withdrawn) ? InsurerEnd.Done(row.InsuranceId, 0, "撤销成功") : InsurerEnd.Refused("案件已结算或已结束，不能撤销");
    }
}
