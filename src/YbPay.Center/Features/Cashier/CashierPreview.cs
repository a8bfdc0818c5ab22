using YbPay.Center.Cash;
using YbPay.Center.Core;
using YbPay.Center.Features.Cashier.Pages;
using YbPay.Center.Orders;
using YbPay.Center.Running;
using YbPay.Contracts.MobilePay;
using YbPay.Engine.Money;
using YbPay.Engine.Orders;
using YbPay.Protocol.Outgoing;

namespace YbPay.Center.Features.Cashier;

/// <summary>What the patient is shown before he confirms: the core's pre-settlement (2206 / 2303), or the settlement where it stands already.</summary>
internal sealed class CashierPreview(CenterBooks books, ICore core, CashChannels cash, Credentials credentials)
{
    /// <summary>The page's content; refused or unknown as the core is.</summary>
    public async Task<Answer<CashierView>> ViewAsync(OrderRow order, CashierVisit visit)
    {
        if (order.State == OrderState.AwaitingCash) return new Answer<CashierView>.Given(await ViewAsync(order, visit, order.Split, order.CashSplit));
        var answer = await core.PreSettleAsync(books.PartyOf(order), order);
        if (answer is not Answer<CoreSettlement>.Given { Value.Split: var split }) return answer.Select<CashierView>(_ => throw new System.Diagnostics.UnreachableException());
        if (order.State == OrderState.Uploaded)
            // When a rival moved the order meanwhile, the page is shown all the same: confirming looks at the order anew.
            await books.Database.WriteAsync(session => OrderStore.MoveAsync(session, order, OrderEvent.PreSettled, books.Now, "cashier", "pre-settled"));
        return new Answer<CashierView>.Given(await ViewAsync(order, visit, split, new CashDue(split.Cash, new Fen(visit.Deposit))));
    }

    /// <summary>Whether the institution knows this way to pay. Where no cash is due none is chosen.</summary>
    public bool Offers(OrderRow order, string channel) => channel.Length == 0 || channel == Standard(order).Code || OwnOrders(order).Contains(channel);

    /// <summary>True when the channel is the hospital's own order. What the centre takes itself under the same code is the centre's.</summary>
    public bool IsOwnOrder(OrderRow order, string channel) => OwnOrders(order).Contains(channel);

    /// <summary>Before the settlement all that the institution offers; after it the one that was chosen: there is one payment.</summary>
    private IReadOnlyList<ChannelChoice> Channels(OrderRow order) => order switch
    {
        { State: OrderState.AwaitingCash } => [PaidVia.OwnOrderOf(order.Via) is { } own ? Choice(own) : Standard(order)],
        _ => [Standard(order), .. OwnOrders(order).Select(Choice)],
    };

    private IEnumerable<string> OwnOrders(OrderRow order) =>
        order.Via == PaidVia.Card ? [] : books.InstitutionOf(order).OwnChannels.Where(code => code != Standard(order).Code);

    /// <summary>A card address says CARD whichever bank stands behind it; else the centre's channel that has the payment, or would get it.</summary>
    private ChannelChoice Standard(OrderRow order) =>
        CashChannels.KindOf(PaidVia.OwnOrderOf(order.Via) is null && order.CashLeg is { } number ? number : cash.PrefixFor(order.OrgCodg, order.Via)) switch
        {
            CashChannelKind.WeChat => Choice(PaidVia.WeChat),
            CashChannelKind.Bank when order.Via != PaidVia.Card => Choice("BANK"),
            _ => Choice("CARD"),
        };

    private static ChannelChoice Choice(string code) => new(code, code switch { PaidVia.WeChat => "微信支付", PaidVia.Alipay => "支付宝支付", _ => "银行卡支付" });

    private async Task<CashierView> ViewAsync(OrderRow order, CashierVisit visit, Split split, CashDue due)
    {
        var bill = MobileJson.Read<UploadFeesRequest>(books.Cipher.Open("bill", await books.Database.ReadAsync(session => OrderStore.BillAsync(session, order.PayOrdId))));
        var party = books.PartyOf(order);
        return new CashierView(
            party.OrgName, Mask(party.Person.UserName.Reveal()), new Fen(order.FeeSum), split.Fund, split.PersonalAccount, split.Other + due.DepositUsed, due.Due,
            due.Due > Fen.Zero ? Channels(order) : [], Detail(order, bill, split, due), "/cashier/pay", credentials.FormToken(visit.VisitHash))
        {
            PaidDown = due.PaidDown,
        };
    }

    private static DetailView Detail(OrderRow order, UploadFeesRequest bill, Split split, CashDue due) => new(
        order.IsInpatient ? "住院" : "门诊", bill.DeptName, bill.Begntime, [.. bill.DiseinfoList.Select(diagnosis => diagnosis.DiagName)],
        string.IsNullOrEmpty(bill.DiseCodg) ? "无" : $"病种编码 {bill.DiseCodg}",
        [.. bill.FeedetailList.Select(line => new DetailLine(line.MedListName, line.MedListSpc, line.Cnt, Fen.FromYuan(line.DetItemFeeSumamt) ?? Fen.Zero))],
        split.Other, due.DepositUsed);

    /// <summary>The first character of a name; how long the rest is does not show.</summary>
    private static string Mask(string name) =>
        name.Length == 0 ? "**" : System.Globalization.StringInfo.GetNextTextElement(name) + "**";
}
