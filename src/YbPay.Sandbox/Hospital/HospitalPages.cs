using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace YbPay.Sandbox.Hospital;

/// <summary>
/// The hospital's pages that patients see: its home page, its front return address (<c>/hospital/{orgCodg}/front</c>, document 6204), and in place of
/// WeChat's or Alipay's own till a page that says so.
/// </summary>
internal static class HospitalPages
{
    public const string StylePath = "/hospital/style.css";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(StylePath, SandboxPage.StyleSheet);
        var hospital = routes.MapGroup("/hospital/{orgCodg}");
        hospital.MapGet("/home", Home);
        hospital.MapGet("/front", EnterAsync);
        hospital.MapGet("/own/{ownNo}", ShowAsync);
        hospital.MapPost("/own/{ownNo}", PayAsync).DisableAntiforgery(); // the number is the secret; there is no session to ride on
    }

    private static IResult Home(string orgCodg, HttpContext context, HospitalWard ward)
    {
        SandboxPage.Harden(context.Response);
        return ward.Find(orgCodg) is { } hospital ? Page(StatusCodes.Status200OK, SandboxPage.Html(hospital.Name), "<p class=\"state\">欢迎使用本院的线上服务。</p>") : Missing();
    }

    /// <summary>What the browser brings is taken out of its address at once.</summary>
    private static async Task<IResult> EnterAsync(string orgCodg, HttpContext context, HospitalWard ward, OwnOrders orders)
    {
        SandboxPage.Harden(context.Response);
        if (ward.Find(orgCodg) is not { } hospital || await orders.EnterAsync(hospital, context.Request.Query, context.RequestAborted) is not { } order) return Missing();
        return See(context, orgCodg, order.OwnNo);
    }

    private static async Task<IResult> ShowAsync(string orgCodg, string ownNo, HttpContext context, HospitalWard ward, OwnOrders orders)
    {
        SandboxPage.Harden(context.Response);
        if (ward.Find(orgCodg) is not { } hospital || await orders.FindAsync(orgCodg, ownNo, context.RequestAborted) is not { } order) return Missing();
        var third = order.ChnlType == "WX" ? "微信支付" : "支付宝";
        var state = order.Status switch
        {
            OwnOrderTable.Paid => $"<p class=\"state\">支付成功</p><a class=\"button\" href=\"/hospital/{SandboxPage.Html(orgCodg)}/home\">返回医院首页</a>",
            OwnOrderTable.Closed => "<p class=\"state\">订单已关闭，无法支付</p>",
            _ => $"<form method=\"post\"><button name=\"action\" value=\"pay\">确认支付</button></form>",
        };
        return Page(StatusCodes.Status200OK, $"{third}（沙箱）", $"""
            <p class="amount">¥ {(order.Amount / 100m).ToString("0.00", CultureInfo.InvariantCulture)}</p>
            <dl><dt>收款方</dt><dd>{SandboxPage.Html(hospital.Name)}</dd><dt>订单号</dt><dd>{SandboxPage.Html(order.PayOrdId)}</dd></dl>
            {state}
            """);
    }

    private static async Task<IResult> PayAsync(string orgCodg, string ownNo, HttpContext context, OwnOrders orders)
    {
        SandboxPage.Harden(context.Response);
        await orders.PayAsync(orgCodg, ownNo, context.RequestAborted);
        return await orders.FindAsync(orgCodg, ownNo, context.RequestAborted) is { } order ? See(context, orgCodg, order.OwnNo) : Missing();
    }

    private static IResult See(HttpContext context, string orgCodg, string ownNo)
    {
        context.Response.Headers.Location = $"/hospital/{orgCodg}/own/{ownNo}";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static IResult Missing() => Page(StatusCodes.Status404NotFound, "没有这笔订单", "<p class=\"state\">没有这笔订单。</p>");

    private static IResult Page(int status, string title, string body) => SandboxPage.Page(status, title, body, StylePath, "这是沙箱里的模拟医院，不会真正扣款。");
}
