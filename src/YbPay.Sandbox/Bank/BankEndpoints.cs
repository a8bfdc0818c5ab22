using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using YbPay.Storage.Outbox;

namespace YbPay.Sandbox.Bank;

/// <summary>The simulated bank: a cash channel with its own books, over HTTP, and the page on which the patient pays.</summary>
public static class BankEndpoints
{
    public static IServiceCollection AddBank(this IServiceCollection services, BankOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(options);
        services.TryAddSingleton(_ => new BankSignature(options));
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
        bank.MapPost("/payments", BankDoor.Signed<CreatePayment>(desk.CreateAsync));
        bank.MapGet("/payments/{outTradeNo}", BankDoor.Signed((merchant, context) => desk.QueryAsync(merchant, Part(context, "outTradeNo"), context.RequestAborted)));
        bank.MapPost("/payments/{outTradeNo}/close", BankDoor.Signed((merchant, context) => desk.CloseAsync(merchant, Part(context, "outTradeNo"), context.RequestAborted)));
        bank.MapPost("/refunds", BankDoor.Signed<CreateRefund>(desk.RefundAsync));
        bank.MapGet("/refunds/{outRefundNo}", BankDoor.Signed((merchant, context) => desk.QueryRefundAsync(merchant, Part(context, "outRefundNo"), context.RequestAborted)));
        bank.MapGet("/statement", BankDoor.Signed((merchant, context) => desk.StatementAsync(merchant, context.Request.Query["date"], context.RequestAborted)));
        PayPage.Map(routes);
        return routes;
    }

    private static string Part(HttpContext context, string name) => (string)context.GetRouteValue(name)!;
}
