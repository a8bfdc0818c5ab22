using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using YbPay.Sandbox.Bank;

namespace YbPay.Sandbox.AccountBank;

/// <summary>The simulated bank of personal accounts, wallets and mutual-aid accounts: books of its own, signed JSON over HTTP.</summary>
public static class AccountBankEndpoints
{
    public static IServiceCollection AddAccountBank(this IServiceCollection services, AccountBankOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(options);
        services.TryAddSingleton(_ => new BankSignature([options.Core]));
        services.TryAddSingleton<BankNumbers>();
        services.TryAddSingleton<AccountBankDatabase>();
        services.TryAddSingleton<AccountDesk>();
        services.AddHostedService(provider => provider.GetRequiredService<AccountBankDatabase>());
        services.AddHostedService<AccountSeeding>();
        return services;
    }

    public static IEndpointRouteBuilder MapAccountBank(this IEndpointRouteBuilder routes)
    {
        var desk = routes.ServiceProvider.GetRequiredService<AccountDesk>();
        var accounts = routes.MapGroup("/accounts");
        accounts.MapPost("/deductions", BankDoor.Signed<AccountOrder>(desk.DeductAsync));
        accounts.MapPost("/credits", BankDoor.Signed<AccountOrder>(desk.CreditAsync));
        accounts.MapGet("/orders/{number}", BankDoor.Signed((merchant, context) => desk.QueryAsync(merchant, (string)context.GetRouteValue("number")!, context.RequestAborted)));
        return routes;
    }
}
