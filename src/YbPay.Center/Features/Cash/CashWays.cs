using YbPay.Center.Cash;
using YbPay.Center.Notices;
using YbPay.Center.Orders;
using YbPay.Center.Partners;
using YbPay.Center.Running;
using YbPay.Engine.Ledger;

namespace YbPay.Center.Features.Cash;

/// <summary>How an order's cash comes and goes, and how that is written down.</summary>
/// <param name="Account">Who holds the cash.</param>
internal sealed record CashWay(ICashChannel Channel, string PayKind, string RefundKind, string ReturnKind, string SurplusKind, string Account);

/// <summary>Which way an order's cash goes: the centre's channels, or the hospital's own order. The only place where that is decided.</summary>
internal sealed class CashWays(CashChannels channels, HospitalLink hospitals, PartnerRegistry partners)
{
    private readonly CashWay _standard = new(channels, LegKinds.CashPayment, LegKinds.RefundCash, LegKinds.ReturnLateCash, LegKinds.ReturnSurplus, Accounts.CashChannel);

    /// <summary>How the number of a new payment begins.</summary>
    public string PrefixFor(OrderRow order) => PaidVia.OwnOrderOf(order.Via) is null ? channels.PrefixFor(order.OrgCodg, order.Via) : "PHO";

    public CashWay Of(OrderRow order) => PaidVia.OwnOrderOf(order.Via) is { } chnlType
        ? new(
            new HospitalOwnOrder(hospitals, partners, order, chnlType), LegKinds.OwnOrderPayment, LegKinds.RefundOwnOrder, LegKinds.ReturnLateOwnOrder,
            LegKinds.ReturnSurplusOwnOrder, Accounts.CashAtHospital)
        : _standard;
}
