using YbPay.Center.Cash;
using YbPay.Center.Features.Cashier.Pages;
using YbPay.Center.Orders;
using YbPay.Center.Running;
using YbPay.Engine.Money;
using YbPay.Engine.Orders;
using YbPay.Storage.Legs;

namespace YbPay.Center.Features.Cashier;

/// <summary>What became of a visit's order, asked of the channel anew while cash is awaited.</summary>
internal sealed class CashierResult(CenterBooks books, CashierPayment payment)
{
    public async Task<ResultView> ViewAsync(OrderRow order)
    {
        var (now, channel) = await payment.LookAsync(order);
        var kind = KindOf(now, channel);
        var institution = books.InstitutionOf(now);
        return new ResultView(
            kind, institution.OrgName, new Fen(now.FeeSum), new Fen(now.Fund ?? 0), new Fen(now.PsnAcct ?? 0), new Fen(now.CashPaid),
            institution.HomePage.Length == 0 ? null : institution.HomePage, MayPay(now) ? "/cashier/pay" : null)
        {
            PaidDown = new Fen(now.PaidDown),
            CashReturned = kind == ResultKind.Closed || now.CashSurplus > 0 ? await ReturnedAsync(now) : Fen.Zero,
        };
    }

    /// <summary>What came too late or accounts had paid too, and went back, and what refunds gave back; not what is still on its way.</summary>
    private async Task<Fen> ReturnedAsync(OrderRow order)
    {
        var legs = await books.Database.ReadAsync(session => LegStore.OfOwnerAsync(session, order.PayOrdId));
        var late = legs.Where(leg => leg.Kind is LegKinds.ReturnLateCash or LegKinds.ReturnLateOwnOrder or LegKinds.ReturnSurplus or LegKinds.ReturnSurplusOwnOrder && leg.State == LegState.Succeeded).Sum(leg => leg.Amount);
        return new Fen(checked(late + (order.RefundOpen is null ? order.CashRefundHeld : 0)));
    }

    private bool MayPay(OrderRow order) => books.Now < order.ClosesAt && (CashierPayment.IsPayable(order) || order.State == OrderState.AwaitingCash);

    private static ResultKind KindOf(OrderRow order, ChannelPaymentState? channel) => order.State switch
    {
        OrderState.PaidByInsurance or OrderState.PaidWithCash or OrderState.HospitalSettled or OrderState.Completed => ResultKind.Paid,
        OrderState.AwaitingCash when channel == ChannelPaymentState.Declined => ResultKind.Failed,
        OrderState.AwaitingCash or OrderState.Paying or OrderState.Abnormal => ResultKind.Waiting,
        OrderState.Uploaded or OrderState.Priced or OrderState.SettlementFailed => ResultKind.Failed,
        // Revoked, withdrawn or refunded: what was paid goes or went back, and the page says so.
        _ => ResultKind.Closed,
    };
}
