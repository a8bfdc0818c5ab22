using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using YbPay.Center.Cash;
using YbPay.Center.Cash.UnionPay;
using YbPay.Center.Cash.WeChat;
using YbPay.Center.Features.Cashier.Pages;
using YbPay.Center.Features.PayDown;
using YbPay.Center.Orders;
using YbPay.Center.Running;
using YbPay.Engine.Orders;
using YbPay.Protocol.Outgoing;
using YbPay.Storage.Legs;

namespace YbPay.Center.Features.Cash;

/// <summary>
/// The pages on our side that lead on to a channel's own. Their addresses carry our number of the payment, which nobody can guess (48
/// random bits); they show nothing but that one is on the way to pay, and nothing at all once the order does not wait for cash.
/// </summary>
internal sealed class ChannelPages(CenterBooks books, CashChannels channels, CashCollection cash, AccountPayments accounts, ILogger<ChannelPages> log)
{
    private const string Back = "/cash/back";
    private const string Result = "/cashier/result";
    private const string Anew = "/cashier/bank";
    private const int LongestCode = 512;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{UnionPayChannel.Page}/{{number}}", (HttpContext http, string number) => ShowAsync(http, number, order => Task.FromResult(Card(order))));
        routes.MapGet($"{WeChatChannel.Page}/{{number}}", (HttpContext http, string number) => ShowAsync(http, number, order => WeChatAsync(http, order)));
        // The bank's page comes back with a form, the dialog with a link. What they bring is not looked at.
        routes.MapMethods(Back, [HttpMethods.Get, HttpMethods.Post], (HttpContext http) => Leave(http, Result));
        routes.MapGet(ChannelLeaving.ScriptPath, () => Results.Bytes(ChannelLeaving.Script, "text/javascript; charset=utf-8"));
    }

    private async Task<IResult> ShowAsync(HttpContext http, string number, Func<OrderRow, Task<IResult?>> page)
    {
        CashierReply.Protect(http.Response);
        var leg = number.Length > 40 ? null : await books.Database.ReadAsync(session => LegStore.FindAsync(session, number));
        var order = leg is { Kind: LegKinds.CashPayment } ? await books.FindOrderAsync(leg.OwnerId) : null;
        if (order is { State: OrderState.AwaitingCash } && order.CashLeg == number)
        {
            order = await accounts.LookAsync(order);
            // Accounts paid some of it: another payment over what is left has taken this one's place.
            if (order.State == OrderState.AwaitingCash && order.CashLeg != number) return Leave(http, Anew);
        }

        return order is { State: OrderState.AwaitingCash } && order.CashLeg == number && order.ClosesAt > books.Now && await page(order) is { } shown ? shown : Over();
    }

    /// <summary>Null when the bank would not take the form any more.</summary>
    private IResult? Card(OrderRow order)
    {
        if (CashChannels.KindOf(order.CashLeg!) != CashChannelKind.UnionPay || channels.UnionPay?.Form(cash.AskedOf(order), Home(Back)) is not { } form) return null;
        log.LogInformation("{PayOrdId}: on the way to the bank", order.PayOrdId);
        return CashierReply.Page(ChannelLeaving.Form(form));
    }

    private async Task<IResult?> WeChatAsync(HttpContext http, OrderRow order)
    {
        if (CashChannels.KindOf(order.CashLeg!) != CashChannelKind.WeChat || channels.WeChat is not { Users: { } users } channel) return null;
        if (!http.Request.Query.TryGetValue("code", out var codes) || http.Request.Query["state"] != order.CashLeg) return Leave(http, users.LoginAt(Home($"{WeChatChannel.Page}/{order.CashLeg}"), order.CashLeg!));
        if (codes is not [{ Length: > 0 and <= LongestCode } code]) return null;
        var payer = await users.OpenIdAsync(code, http.RequestAborted);
        log.LogInformation("{PayOrdId}: WeChat knows the payer, {Note}", order.PayOrdId, payer.Note);
        if (payer is not Answer<Contracts.Personal>.Given { Value: var openId }) return Again($"{WeChatChannel.Page}/{order.CashLeg}");
        var made = await channel.CreateAsync(cash.AskedOf(order) with { Payer = new(openId) }, CancellationToken.None);
        log.LogInformation("{PayOrdId}: prepayment {Note}", order.PayOrdId, made.Note);
        if (await books.OrderAsync(order.PayOrdId) is var now && (now.State != OrderState.AwaitingCash || now.CashLeg != order.CashLeg))
        {
            // Taken back or replaced meanwhile: what was just made must not be paid.
            await channel.CloseAsync(order.CashLeg!, CancellationToken.None);
            return null;
        }

        if (made is Answer<ChannelPayment>.Given { Value.PrepayId: { } prepayId }) return CashierReply.Page(ChannelLeaving.Dialog(channel.Dialog(prepayId), Back));
        if (made is Answer<ChannelPayment>.Given { Value: var payment }) await cash.RecordAsync(order, payment);
        return made is Answer<ChannelPayment>.Given ? Leave(http, Back) : Again($"{WeChatChannel.Page}/{order.CashLeg}");
    }

    private string Home(string path) => books.Options.PublicBase.TrimEnd('/') + path;

    private static IResult Over() => CashierReply.Page(CashierPages.Dialog(new DialogView("不能支付", "该笔费用已支付、已关闭或已超过支付时间。", "查看结果", Result, null, null)), StatusCodes.Status404NotFound);

    private static IResult Again(string path) => CashierReply.Page(CashierPages.Dialog(new DialogView("支付渠道繁忙", "尚未扣款，请稍后重试。", "重试", path, "查看结果", Result)));

    private static IResult Leave(HttpContext http, string address)
    {
        CashierReply.Protect(http.Response);
        http.Response.Headers.Location = address;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
