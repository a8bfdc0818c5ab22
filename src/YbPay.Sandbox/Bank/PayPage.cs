using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace YbPay.Sandbox.Bank;

/// <summary>The page on which the patient pays: plain HTML, no script, in Chinese.</summary>
internal static class PayPage
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private const string StylePath = "/pay/style.css";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(StylePath, () => Results.Text(Style, "text/css; charset=utf-8"));
        routes.MapGet("/pay/{tradeNo}", ShowAsync);
        routes.MapPost("/pay/{tradeNo}", MoveAsync).DisableAntiforgery(); // the trade number is the secret; there is no session to ride on
    }

    private static async Task<IResult> ShowAsync(string tradeNo, HttpContext context, BankDatabase database, BankOptions options, TimeProvider time)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var payment = await database.Opened.ReadAsync(session => PaymentTable.FindByTradeNoAsync(session, tradeNo, now), context.RequestAborted);
        Harden(context.Response, payment?.ReturnUrl);
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
        Harden(context.Response, move?.ReturnUrl);
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
            <dl><dt>收款方</dt><dd>{Html(merchant)}</dd><dt>事由</dt><dd>{Html(payment.Subject)}</dd><dt>订单号</dt><dd>{Html(payment.PayOrdId)}</dd></dl>
            {declined}
            {state}
            """;
    }

    private static IResult Page(int status, string title, string body) => Results.Content(
        $"""
        <!doctype html>
        <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title}</title><link rel="stylesheet" href="{StylePath}"></head>
        <body><main><h1>{title}</h1>
        {body}
        <footer>这是沙箱里的模拟银行，不会真正扣款。</footer></main></body></html>
        """, "text/html; charset=utf-8", statusCode: status);

    /// <summary>No script at all. Browsers also hold a form's redirect to form-action: the merchant's return address must be in it.</summary>
    private static void Harden(HttpResponse response, string? returnUrl)
    {
        var back = returnUrl is null ? "" : " " + new Uri(returnUrl).GetLeftPart(UriPartial.Authority);
        response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'self'; form-action 'self'{back}; base-uri 'none'; frame-ancestors 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-store";
    }

    private static string Html(string text) => Encoder.Encode(text);

    private const string Style = """
        body { margin: 0; background: #f5f6f8; color: #303133; font: 16px/1.6 "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
        main { max-width: 375px; margin: 0 auto; padding: 24px 16px; }
        h1 { font-size: 18px; font-weight: 500; text-align: center; }
        .amount { margin: 24px 0; font-size: 36px; font-weight: 500; text-align: center; }
        dl { display: grid; grid-template-columns: 5em 1fr; gap: 8px; margin: 0 0 24px; padding: 16px; border-radius: 8px; background: #fff; }
        dt { color: #606266; } dd { margin: 0; text-align: right; overflow-wrap: anywhere; }
        button { width: 100%; min-height: 44px; margin-bottom: 12px; border: 0; border-radius: 22px; background: #2b6cf6; color: #fff; font: inherit; }
        button.quiet { background: #fff; color: #303133; box-shadow: inset 0 0 0 1px #c0c4cc; }
        .state { text-align: center; } footer { margin-top: 24px; color: #606266; font-size: 13px; text-align: center; }
        """;
}
