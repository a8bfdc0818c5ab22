using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using YbPay.Protocol;
using YbPay.Storage.Outbox;

namespace YbPay.Sandbox.Bank;

/// <summary>The simulated bank: a cash channel with its own books, over HTTP, and the page on which the patient pays.</summary>
public static class BankEndpoints
{
    private const int LargestBody = 64 * 1024;

    public static IServiceCollection AddBank(this IServiceCollection services, BankOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(options);
        services.TryAddSingleton<BankSignature>();
        services.TryAddSingleton<BankNumbers>();
        services.TryAddSingleton<OutboxSignal>();
        services.TryAddSingleton<BankDatabase>();
        services.TryAddSingleton<BankDesk>();
        services.TryAddSingleton<PatientDesk>();
        services.AddHostedService(provider => provider.GetRequiredService<BankDatabase>());
        services.AddHostedService<BankNotifier>();
        return services;
    }

    public static IEndpointRouteBuilder MapBank(this IEndpointRouteBuilder routes)
    {
        var desk = routes.ServiceProvider.GetRequiredService<BankDesk>();
        var bank = routes.MapGroup("/bank");
        bank.MapPost("/payments", Signed<CreatePayment>(desk.CreateAsync));
        bank.MapGet("/payments/{outTradeNo}", Signed((merchant, context) => desk.QueryAsync(merchant, Part(context, "outTradeNo"), context.RequestAborted)));
        bank.MapPost("/payments/{outTradeNo}/close", Signed((merchant, context) => desk.CloseAsync(merchant, Part(context, "outTradeNo"), context.RequestAborted)));
        bank.MapPost("/refunds", Signed<CreateRefund>(desk.RefundAsync));
        bank.MapGet("/refunds/{outRefundNo}", Signed((merchant, context) => desk.QueryRefundAsync(merchant, Part(context, "outRefundNo"), context.RequestAborted)));
        bank.MapGet("/statement", Signed((merchant, context) => desk.StatementAsync(merchant, context.Request.Query["date"], context.RequestAborted)));
        PayPage.Map(routes);
        return routes;
    }

    private static string Part(HttpContext context, string name) => (string)context.GetRouteValue(name)!;

    private static RequestDelegate Signed<T>(Func<BankMerchant, T, CancellationToken, Task<BankReply>> handle) => Signed(async (merchant, context, body) =>
    {
        T? wanted;
        try
        {
            wanted = JsonSerializer.Deserialize<T>(body, BankJson.Options);
        }
        catch (JsonException problem)
        {
            return BankReply.Invalid($"请求不是所要求的 JSON（{problem.Path ?? "$"}）");
        }

        return wanted is null ? BankReply.Invalid("请求为空") : await handle(merchant, wanted, context.RequestAborted);
    });

    private static RequestDelegate Signed(Func<BankMerchant, HttpContext, Task<BankReply>> handle) => Signed((merchant, context, _) => handle(merchant, context));

    private static RequestDelegate Signed(Func<BankMerchant, HttpContext, byte[], Task<BankReply>> handle) => async context =>
    {
        var reply = await MessageBody.ReadAsync(context.Request.Body, context.Request.ContentLength, LargestBody, context.RequestAborted) is { } body
            ? await CheckedAsync(context, body, handle)
            : BankReply.Refuse(StatusCodes.Status413PayloadTooLarge, "TOO_LARGE", "请求过大");
        context.Response.StatusCode = reply.Status;
        await context.Response.WriteAsJsonAsync(reply.Body, reply.Body.GetType(), BankJson.Options, context.RequestAborted);
    };

    private static Task<BankReply> CheckedAsync(HttpContext context, byte[] body, Func<BankMerchant, HttpContext, byte[], Task<BankReply>> handle)
    {
        var request = context.Request;
        var merchant = context.RequestServices.GetRequiredService<BankSignature>().Check(
            request.Headers[BankSignature.MerchantHeader], request.Headers[BankSignature.SignatureHeader], request.Method, request.Path.ToUriComponent(), body);
        return merchant is null
            ? Task.FromResult(BankReply.Refuse(StatusCodes.Status401Unauthorized, "SIGNATURE", "签名不正确"))
            : handle(merchant, context, body);
    }
}
