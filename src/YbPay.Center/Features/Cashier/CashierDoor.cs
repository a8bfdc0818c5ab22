using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using YbPay.Center.Features.Cashier.Pages;
using YbPay.Center.Orders;
using YbPay.Center.Pipeline;
using YbPay.Center.Running;
using YbPay.Engine.Orders;
using YbPay.Hosting.Pages;
using YbPay.Protocol.Outgoing;
using YbPay.Protocol;

namespace YbPay.Center.Features.Cashier;

/// <summary>
/// The patient's addresses. The one that the hospital opens is looked at once and left at once, so that neither history nor
/// referrer keeps it; from then on a cookie says who is there. Whatever is not right shows one page that tells nothing.
/// </summary>
internal sealed class CashierDoor(
    CenterBooks books, CashierAddress addresses, CashierVisits visits, CashierLimits limits, CashierPreview preview, CashierPayment payment, CashierResult results,
    Credentials credentials, ILogger<CashierDoor> log)
{
    public const string PayPath = "/cashier/pay";
    public const string ResultPath = "/cashier/result";
    private const string BankPath = "/cashier/bank";
    private const string Folder = "/cashier";
    private const int LargestForm = 4096;

    public void Map(IEndpointRouteBuilder routes)
    {
        CashierAssets.Map(routes);
        RequestDelegate enter = http => GuardedAsync(http, async () => await EnterAsync(http, addresses.ReadAsync));
        RequestDelegate enterByCard = http => GuardedAsync(http, async () => await EnterAsync(http, addresses.ReadCardAsync));
        routes.MapGet("/cashier", enter);
        routes.MapGet("/cashier/card", enterByCard);
        RequestDelegate show = Visited((_, visit, order) => ShowAsync(visit, order));
        RequestDelegate confirm = Visited(ConfirmAsync);
        RequestDelegate toBank = Visited((_, _, order) => ToBankAsync(order));
        RequestDelegate result = Visited((_, _, order) => ResultAsync(order));
        RequestDelegate status = Visited(async (_, _, order) => Results.Text(
            $$"""{"state":"{{(await results.ViewAsync(order)).Kind.ToString().ToLowerInvariant()}}"}""", "application/json"));
        routes.MapGet(PayPath, show);
        routes.MapPost(PayPath, confirm);
        routes.MapGet(BankPath, toBank);
        routes.MapGet(ResultPath, result);
        routes.MapGet("/cashier/status", status);
    }

    private async Task<IResult> EnterAsync(HttpContext http, Func<HttpRequest, Task<CheckedAddress?>> read)
    {
        if (await read(http.Request) is not { } address) return Invalid();
        var present = await visits.FindAsync(http.Request.Cookies[CookieName(http)]);
        if (present is not null && present.AddressHash == Credentials.Hash(address.Key)) return See(PayPath);
        if (!await addresses.IsPatientsAsync(address) || address.Order.ClosesAt <= books.Now || !IsOpen(address)) return Invalid();
        if (await visits.BeginAsync(address.Key, address.Order, address.Deposit) is not { } cookie) return Invalid();
        http.Response.Cookies.Append(CookieName(http), cookie, new CookieOptions
        {
            HttpOnly = true, Secure = IsSecure(http), SameSite = SameSiteMode.Lax, Path = Folder, IsEssential = true,
        });
        log.LogInformation("{PayOrdId}: cashier opened", address.Order.PayOrdId);
        return See(PayPath);
    }

    /// <summary>A hospital's cashier address is for orders that are not settled; a card address for what a settlement left.</summary>
    private static bool IsOpen(CheckedAddress address) => address.PayAuthNo is null || CashierPayment.IsPayable(address.Order);

    private async Task<IResult> ShowAsync(CashierVisit visit, OrderRow order)
    {
        order = await payment.AsOwedAsync(order);
        if (IsOver(visit, order) && order.State != OrderState.AwaitingCash) return CashierPayment.IsPayable(order) ? CashierReply.Page(CashierPages.Expired()) : See(ResultPath);
        if (!CashierPayment.IsPayable(order) && order.State != OrderState.AwaitingCash) return See(ResultPath);
        var answer = await preview.ViewAsync(order, visit);
        if (answer is Answer<CashierView>.Given { Value: var view }) return CashierReply.Page(CashierPages.Cashier(view));
        log.LogInformation("{PayOrdId}: pre-settlement {Note}", order.PayOrdId, answer.Note);
        return CashierReply.Page(CashierPages.Dialog(answer is Answer<CashierView>.Refused
            ? new DialogView("暂时不能支付", "医保系统未通过本次结算，请联系就诊机构。", "返回", ResultPath, null, null)
            : new DialogView("医保系统繁忙", "暂时没有得到医保系统的应答，尚未扣款，请稍后再试。", "重试", PayPath, null, null)));
    }

    private async Task<IResult> ConfirmAsync(HttpContext http, CashierVisit visit, OrderRow order)
    {
        if (await FormAsync(http) is not var (token, chosen) || !Credentials.Same(credentials.FormToken(visit.VisitHash), token) || !preview.Offers(order, chosen)) return Invalid();
        if (CashierPayment.IsPayable(order))
        {
            if (IsOver(visit, order)) return CashierReply.Page(CashierPages.Expired());
            await payment.SettleAsync(order, visit, preview.IsOwnOrder(order, chosen) ? PaidVia.OwnOrder(chosen) : PaidVia.Cashier);
            order = await books.OrderAsync(order.PayOrdId);
        }
        else if (order.State == OrderState.Paying)
        {
            // The tap before this one: both are led to the same place.
            await payment.UnderWayAsync(order.PayOrdId);
            order = await books.OrderAsync(order.PayOrdId);
        }

        return order.State == OrderState.AwaitingCash ? await ToBankAsync(order) : See(ResultPath);
    }

    private async Task<IResult> ToBankAsync(OrderRow order)
    {
        var payUrl = await payment.PayUrlAsync(order);
        return payUrl is not null && PageLink.To(payUrl).Address == payUrl ? See(payUrl) : See(ResultPath);
    }

    private async Task<IResult> ResultAsync(OrderRow order) => CashierReply.Page(CashierPages.Result(await results.ViewAsync(order)));

    private bool IsOver(CashierVisit visit, OrderRow order) => visit.ConfirmUntil <= books.Now || order.ClosesAt <= books.Now;

    /// <summary>Null when the form is too large, not a form, or says something twice.</summary>
    private static async Task<(string Token, string Channel)?> FormAsync(HttpContext http)
    {
        if (http.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true) return null;
        if (await MessageBody.ReadAsync(http.Request.Body, http.Request.ContentLength, LargestForm, http.RequestAborted) is not { } body) return null;
        var form = QueryHelpers.ParseQuery(System.Text.Encoding.UTF8.GetString(body));
        if (!form.TryGetValue(CashierPages.TokenField, out var token) || token is not [{ } one]) return null;
        if (!form.TryGetValue(CashierPages.ChannelField, out var channel)) return (one, "");
        return channel is [{ } chosen] ? (one, chosen) : null;
    }

    private RequestDelegate Visited(Func<HttpContext, CashierVisit, OrderRow, Task<IResult>> show) => http => GuardedAsync(http, async () =>
    {
        if (await visits.FindAsync(http.Request.Cookies[CookieName(http)]) is not { } visit || await books.FindOrderAsync(visit.PayOrdId) is not { } order) return Invalid();
        if (limits.AdmitsVisit(visit.VisitHash)) return await show(http, visit, order);
        http.Response.Headers.RetryAfter = "10";
        return CashierReply.Page(CashierPages.Dialog(new DialogView("操作过于频繁", "请稍等片刻再试。", "重试", ResultPath, null, null)), StatusCodes.Status429TooManyRequests);
    });

    /// <summary>The edge: what breaks is logged once, without the address, and shown without detail.</summary>
    private async Task GuardedAsync(HttpContext http, Func<Task<IResult>> show)
    {
        IResult result;
        try
        {
            result = limits.AdmitsAddress(http.Connection.RemoteIpAddress?.ToString()) ? await show() : Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            log.LogError(e, "cashier failed");
            result = CashierReply.Page(CashierPages.Dialog(new DialogView("系统繁忙", "请稍后重试。如已确认支付，请勿重复支付。", "查看结果", ResultPath, null, null)), StatusCodes.Status500InternalServerError);
        }

        CashierReply.Protect(http.Response);
        await result.ExecuteAsync(http);
    }

    private static IResult Invalid() => CashierReply.Page(CashierPages.Invalid(), StatusCodes.Status404NotFound);

    private static IResult See(string address) => new SeeOther(address);

    /// <summary>The cookie goes over TLS only wherever patients reach the centre by TLS, also behind a proxy that ends it.</summary>
    private bool IsSecure(HttpContext http) => http.Request.IsHttps || books.Options.PublicBase.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    private string CookieName(HttpContext http) => IsSecure(http) ? "__Secure-ybpay-cashier" : "ybpay-cashier";
}
