using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace YbPay.Sandbox.Bank;

/// <summary>The page on which the patient pays: plain HTML, no script, in Chinese.</summary>
internal static class PayPage
{
    private const string StylePath = "/pay/style.css";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(StylePath, SandboxPage.StyleSheet);
        routes.MapGet("/pay/{tradeNo}", ShowAsync);
        routes.MapPost("/pay/{tradeNo}", MoveAsync).DisableAntiforgery(); // the trade number is the secret; there is no session to ride on
    }

    private static async Task<IResult> ShowAsync(string tradeNo, HttpContext context, BankDatabase database, BankOptions options, TimeProvider time)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var payment = await database.Opened.ReadAsync(session => PaymentTable.FindByTradeNoAsync(session, tradeNo, now), context.RequestAborted);
        SandboxPage.Harden(context.Response, payment?.ReturnUrl);
        if (payment is null) return Page(StatusCodes.Status404NotFound, "没有这笔支付", "<p class=\"state\">没有这笔支付。</p>");
        var merchant = options.Merchants.First(known => known.Id == payment.Merchant).Name;
        return Page(StatusCodes.Status200OK, "银行支付（沙箱）", Body(payment, merchant));
    }

    private static async Task<IResult> MoveAsync(string tradeNo, HttpContext context, PatientDesk desk)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        PatientAction? action = form["action"].ToString() switch { "pay" => PatientAction.Pay, "decline" => PatientAction.Decline, _ => null };
        if (action is null) return Results.BadRequest();
        var move = await desk.MoveAsync(tradeNo, action.Value, context.RequestAborted);
        SandboxPage.Harden(context.Response, move?.ReturnUrl);
        if (move is null) return Page(StatusCodes.Status404NotFound, "没有这笔支付", "<p class=\"state\">没有这笔支付。</p>");
        context.Response.Headers.Location = move.ReturnUrl ?? $"/pay/{tradeNo}";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static string Body(PaymentRow payment, string merchant)
    {
        var amount = (payment.Amount / 100m).ToString("0.00", CultureInfo.InvariantCulture);
        var state = payment.Status switch
        {
            BankStatus.Paid => "<p class=\"state\">已支付</p>",
            BankStatus.Closed => "<p class=\"state\">订单已关闭，无法支付</p>",
            _ => """
                <form method="post">
                <button name="action" value="pay">支付</button>
                <button name="action" value="decline" class="quiet">取消</button>
                </form>
                """,
        };
        var declined = payment.Status == BankStatus.Declined ? "<p class=\"state\">您刚才取消了支付，仍可继续支付。</p>" : "";
        return $"""
            <p class="amount">¥ {amount}</p>
            <dl><dt>收款方</dt><dd>{SandboxPage.Html(merchant)}</dd><dt>事由</dt><dd>{SandboxPage.Html(payment.Subject)}</dd><dt>订单号</dt><dd>{SandboxPage.Html(payment.PayOrdId)}</dd></dl>
            {declined}
            {state}
            """;
    }

    private static IResult Page(int status, string title, string body) => SandboxPage.Page(status, title, body, StylePath, "这是沙箱里的模拟银行，不会真正扣款。");
}
