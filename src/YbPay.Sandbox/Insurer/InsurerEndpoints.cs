using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using YbPay.Sandbox.Bank;
using YbPay.Sandbox.Orders;

namespace YbPay.Sandbox.Insurer;

/// <summary>The simulated commercial insurer and relief fund: books of its own, signed JSON over HTTP.</summary>
public static class InsurerEndpoints
{
    /// <summary>A case carries the hospital's documents.</summary>
    private const int LargestCase = 8 * 1024 * 1024;

    public static IServiceCollection AddInsurer(this IServiceCollection services, InsurerOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(options);
        services.TryAddSingleton(_ => new BankSignature([options.Platform]));
        services.TryAddSingleton(_ => new PersonIndex(options.Platform.Secret));
        services.TryAddSingleton<BankNumbers>();
        services.TryAddSingleton<OrderLevers>();
        services.TryAddSingleton<InsurerDatabase>();
        services.TryAddSingleton<CaseWork>();
        services.TryAddSingleton<InsurerWork>();
        services.TryAddSingleton(provider => new InsurerDesk(
            provider.GetRequiredService<InsurerDatabase>(), provider.GetRequiredService<InsurerWork>(), provider.GetRequiredService<BankNumbers>(),
            provider.GetRequiredService<PersonIndex>(), provider.GetRequiredService<OrderLevers>()));
        services.AddHostedService(provider => provider.GetRequiredService<InsurerDatabase>());
        services.AddHostedService<InsurerSeeding>();
        return services;
    }

    public static IEndpointRouteBuilder MapInsurer(this IEndpointRouteBuilder routes)
    {
        var desk = routes.ServiceProvider.GetRequiredService<InsurerDesk>();
        var insurer = routes.MapGroup("/insurer");
        insurer.MapPost("/quotes", BankDoor.Signed<QuoteOrder>(desk.QuoteAsync));
        insurer.MapPost("/settlements", BankDoor.Signed<SettlementOrder>(desk.SettleAsync));
        insurer.MapPost("/cancellations", BankDoor.Signed<CancellationOrder>(desk.CancelAsync));
        insurer.MapPost("/cases", BankDoor.Signed<CaseOrder>(desk.ReceiveAsync, LargestCase));
        insurer.MapPost("/withdrawals", BankDoor.Signed<WithdrawalOrder>(desk.WithdrawAsync));
        insurer.MapGet("/cases/{caseNo}", BankDoor.Signed((merchant, context) => desk.CaseAsync(merchant, Part(context, "caseNo"), context.RequestAborted)));
        insurer.MapGet("/orders/{number}", BankDoor.Signed((merchant, context) => desk.QueryAsync(merchant, Part(context, "number"), context.RequestAborted)));
        return routes;
    }

    private static string Part(HttpContext context, string name) => (string)context.GetRouteValue(name)!;
}
