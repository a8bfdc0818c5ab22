using YbPay.Center.Features.Cash;
using YbPay.Center.Features.PayDown;
using YbPay.Center.Features.PlacePayment;
using YbPay.Center.Features.Refunds;
using YbPay.Center.Features.UploadFees;
using YbPay.Center.Features.Withdrawal;
using YbPay.Center.Orders;
using YbPay.Engine.Orders;
using YbPay.Storage.Legs;

namespace YbPay.Center.Running;

/// <summary>Which feature learns what became of an open leg, by its kind. The only place where kinds are told apart so.</summary>
internal sealed class CenterResolver(
    CenterBooks books, UploadUndo upload, SettlementResolver settlement, PayDownResolver cash, FlowsBack back) : ILegResolver
{
    public async Task ResolveAsync(LegRow leg, CancellationToken cancel)
    {
        if (leg.Kind.StartsWith("refund.", StringComparison.Ordinal))
        {
            await back.Refunds.RunAsync(await back.RefundAsync(leg.OwnerId));
            return;
        }

        switch (leg.Kind)
        {
            case LegKinds.CashPayment or LegKinds.OwnOrderPayment:
                await cash.PollAsync(leg);
                return;
            case LegKinds.Reverse:
                // The leg that it was to undo is asked for by itself.
                await EndAsync(leg, "its own leg asks again");
                return;
        }

        var order = await books.OrderAsync(leg.OwnerId);
        switch (leg.Kind)
        {
            case LegKinds.ReturnLateCash or LegKinds.ReturnLateOwnOrder or LegKinds.ReturnSurplus or LegKinds.ReturnSurplusOwnOrder:
                await back.Late.ResumeAsync(order, leg);
                break;
            case LegKinds.AskAccounts:
                await cash.AskAsync(order, leg);
                break;
            case LegKinds.Settle or LegKinds.SettleStay:
                await settlement.ResolveAsync(order, leg);
                break;
            case LegKinds.CancelLines or LegKinds.CancelStayLines or LegKinds.CancelSettlement or LegKinds.CancelStaySettlement:
                await back.Withdrawals.ResumeAsync(order, leg);
                break;
            case var _ when order.State == OrderState.Uploading:
                await upload.RunAsync(order);
                break;
            default:
                await EndAsync(leg, $"order is {order.State}");
                break;
        }
    }

    private Task EndAsync(LegRow leg, string note) => books.Database.WriteAsync(session =>
        LegStore.ResolveAsync(session, leg.LegId, LegState.Failed, null, null, note, books.Now));
}

/// <summary>The ways back.</summary>
internal sealed class FlowsBack(CenterBooks books, RefundFlow refunds, Withdrawal withdrawals, LateCash late)
{
    public LateCash Late => late;

    public RefundFlow Refunds => refunds;

    public Withdrawal Withdrawals => withdrawals;

    public async Task<RefundRow> RefundAsync(string refdSn) =>
        await books.Database.ReadAsync(session => RefundStore.FindAsync(session, refdSn)) ?? throw new InvalidDataException($"Refund {refdSn} is gone.");
}
