using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using YbPay.Sandbox.Bank;
using YbPay.Sandbox.Orders;

namespace YbPay.Sandbox.CreditBank;

/// <summary>The simulated bank of credit payments (cards, credit products, personal accounts): books of its own, signed JSON over HTTP.</summary>
public static class CreditBankEndpoints
{
    public static IServiceCollection AddCreditBank(this IServiceCollection services, CreditBankOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(options);
        services.TryAddSingleton(_ => new BankSignature([options.Platform]));
        services.TryAddSingleton(_ => new PersonIndex(options.Platform.Secret));
        services.TryAddSingleton<BankNumbers>();
        services.TryAddSingleton<OrderLevers>();
        services.TryAddSingleton<CreditBankDatabase>();
        services.TryAddSingleton<CreditDesk>();
        services.AddHostedService(provider => provider.GetRequiredService<CreditBankDatabase>());
        services.AddHostedService<CreditSeeding>();
        return services;
    }

    public static IEndpointRouteBuilder MapCreditBank(this IEndpointRouteBuilder routes)
    {
        var desk = routes.ServiceProvider.GetRequiredService<CreditDesk>();
        var credit = routes.MapGroup("/credit");
        credit.MapPost("/accounts", BankDoor.Signed<CreditPerson>(desk.AccountsAsync));
        credit.MapPost("/agreements", BankDoor.Signed<CreditAgreementOrder>(desk.AgreeAsync));
        credit.MapPost("/payments", BankDoor.Signed<CreditPaymentOrder>(desk.PayAsync));
        credit.MapPost("/refunds", BankDoor.Signed<CreditRefundOrder>(desk.RefundAsync));
        credit.MapGet("/orders/{number}", BankDoor.Signed((merchant, context) => desk.QueryAsync(merchant, (string)context.GetRouteValue("number")!, context.RequestAborted)));
        credit.MapGet("/statement", BankDoor.Signed((merchant, context) => desk.StatementAsync(merchant, context.Request.Query["from"], context.Request.Query["to"], context.RequestAborted)));
        return routes;
    }
}
