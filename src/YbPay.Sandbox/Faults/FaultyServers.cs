using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Protocol.Fsi;
using YbPay.Protocol.Huimin;

namespace YbPay.Sandbox.Faults;

/// <summary>The servers of the sandbox that can be made to misbehave.</summary>
public static class FaultyServers
{
    /// <summary>Marks a call to the hospital that must be refused: only the hospital can seal its refusal.</summary>
    internal const string RefusalOrdered = "ybpay.sandbox.refuse";

    /// <summary>The bureau core: the transaction is the body's infno; a refusal is infcode -1.</summary>
    public static FaultyServer Core { get; } = new(FaultTarget.Core, (_, body) => Infno(body), RefuseAsCore);

    /// <summary>The bank: the transaction follows from method and path; a refusal is its own JSON.</summary>
    public static FaultyServer Bank { get; } = new(FaultTarget.Bank, (request, _) => BankTransaction(request), RefuseAsBank);

    /// <summary>The account bank: the transaction follows from method and path; a refusal is an order refused, of which nothing is kept.</summary>
    public static FaultyServer AccountBank { get; } = new(FaultTarget.AccountBank, (request, _) => AccountTransaction(request), RefuseAsAccountBank);

    /// <summary>The credit bank: as the account bank.</summary>
    public static FaultyServer CreditBank { get; } = new(FaultTarget.CreditBank, (request, _) => CreditTransaction(request), RefuseAsCreditBank);

    /// <summary>The insurer: as the account bank; what is no order is refused with HTTP 422.</summary>
    public static FaultyServer Insurer { get; } = new(FaultTarget.Insurer, (request, _) => InsurerTransaction(request), RefuseAsInsurer);

    /// <summary>The hospital's callback addresses: the transaction is the path's end, or the huimin platform's transCode; a refusal is its "fail" answer.</summary>
    public static FaultyServer Hospital { get; } = new(FaultTarget.Hospital, HospitalTransaction, (context, handler) =>
    {
        context.Items[RefusalOrdered] = true;
        return handler(context);
    });

    private static string Infno(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var message = JsonDocument.Parse(body);
            return message.RootElement.ValueKind == JsonValueKind.Object && message.RootElement.TryGetProperty("infno", out var infno) ? infno.ToString() : "";
        }
        catch (JsonException)
        {
            return ""; // what is no JSON is no transaction; the core itself will say so
        }
    }

    private static string HospitalTransaction(HttpRequest request, ReadOnlyMemory<byte> body)
    {
        if (!request.Path.StartsWithSegments("/huimin", StringComparison.Ordinal)) return LastSegment(request.Path);
        HuiminEnvelope.ReadRequest(body, HuiminLimits.Default, out var message);
        return message?.Head.TransCode ?? ""; // what is no envelope is no transaction; the hospital itself will say so
    }

    private static string LastSegment(PathString path) => path.Value?.Split('/')[^1] ?? "";

    private static string BankTransaction(HttpRequest request)
    {
        string[] parts = request.Path.Value?.Split('/', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return (request.Method, parts) switch
        {
            ("POST", ["bank", "payments"]) => "create",
            ("GET", ["bank", "payments", _]) => "query",
            ("POST", ["bank", "payments", _, "close"]) => "close",
            ("POST", ["bank", "refunds"]) => "refund",
            ("GET", ["bank", "refunds", _]) => "queryRefund",
            ("GET", ["bank", "statement"]) => "statement",
            _ => "",
        };
    }

    private static string AccountTransaction(HttpRequest request)
    {
        string[] parts = request.Path.Value?.Split('/', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return (request.Method, parts) switch
        {
            ("POST", ["accounts", "deductions"]) => "deduct",
            ("POST", ["accounts", "credits"]) => "credit",
            ("GET", ["accounts", "orders", _]) => "query",
            _ => "",
        };
    }

    private static string CreditTransaction(HttpRequest request)
    {
        string[] parts = request.Path.Value?.Split('/', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return (request.Method, parts) switch
        {
            ("POST", ["credit", "accounts"]) => "accounts",
            ("POST", ["credit", "agreements"]) => "agree",
            ("POST", ["credit", "payments"]) => "pay",
            ("POST", ["credit", "refunds"]) => "refund",
            ("GET", ["credit", "orders", _]) => "query",
            ("GET", ["credit", "statement"]) => "statement",
            _ => "",
        };
    }

    private static string InsurerTransaction(HttpRequest request)
    {
        string[] parts = request.Path.Value?.Split('/', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return (request.Method, parts) switch
        {
            ("POST", ["insurer", "quotes"]) => "quote",
            ("POST", ["insurer", "settlements"]) => "settle",
            ("POST", ["insurer", "cancellations"]) => "cancel",
            ("POST", ["insurer", "cases"]) => "case",
            ("POST", ["insurer", "withdrawals"]) => "withdraw",
            ("GET", ["insurer", "cases", _]) => "queryCase",
            ("GET", ["insurer", "orders", _]) => "query",
            _ => "",
        };
    }

    private static Task RefuseAsCreditBank(HttpContext context, RequestDelegate handler) =>
        RefuseOrderAsync(context, CreditTransaction(context.Request) is "agree" or "pay" or "refund", new { status = "REFUSED", bankNo = "", message = "模拟银行按指令拒绝本次交易" });

    private static Task RefuseAsInsurer(HttpContext context, RequestDelegate handler) =>
        RefuseOrderAsync(context, HttpMethods.IsPost(context.Request.Method), new { status = "REFUSED", insurerNo = "", message = "模拟保险公司按指令拒绝本次请求" });

    private static Task RefuseOrderAsync(HttpContext context, bool isOrder, object refusal)
    {
        if (isOrder) return context.Response.WriteAsJsonAsync(refusal);
        context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return context.Response.WriteAsJsonAsync(new { code = "REFUSED", message = "模拟系统按指令拒绝本次查询" });
    }

    private static Task RefuseAsAccountBank(HttpContext context, RequestDelegate handler) =>
        context.Response.WriteAsJsonAsync(new { status = "REFUSED", bankNo = "", message = "模拟银行按指令拒绝本次交易" });

    private static async Task RefuseAsCore(HttpContext context, RequestDelegate handler)
    {
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var reply = new FsiReply { Infcode = -1, ErrMsg = "[REFUSED] 模拟核心按指令拒绝本次交易" };
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.BodyWriter.WriteAsync(FsiEnvelope.WriteReply(reply, now, now));
    }

    private static Task RefuseAsBank(HttpContext context, RequestDelegate handler)
    {
        if (BankTransaction(context.Request) == "refund")
            return context.Response.WriteAsJsonAsync(new { refundNo = "", status = "REFUSED", message = "模拟银行按指令拒绝本次退款" });
        context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return context.Response.WriteAsJsonAsync(new { code = "REFUSED", message = "模拟银行按指令拒绝本次交易" });
    }
}
