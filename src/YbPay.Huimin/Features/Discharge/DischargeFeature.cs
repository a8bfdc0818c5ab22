using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Huimin.Door;
using YbPay.Huimin.Running;

namespace YbPay.Huimin.Features.Discharge;

/// <summary>What the host registers and maps for this feature.</summary>
internal static class DischargeFeature
{
    public static IServiceCollection AddDischarge(this IServiceCollection services)
    {
        services.AddSingleton<DischargeSteps>();
        services.AddSingleton<DischargeLegs>();
        services.AddSingleton<DischargeControl>();
        services.AddSingleton<ILegOwner>(provider => provider.GetRequiredService<DischargeLegs>());
        services.AddSingleton<ITransaction, TryDischarge>();
        services.AddSingleton<ITransaction, SettleDischarge>();
        services.AddSingleton<ITransaction, CancelDischarge>();
        services.AddSingleton<ITransaction, QueryDischarge>();
        return services;
    }

    public static IEndpointRouteBuilder MapDischarge(this IEndpointRouteBuilder routes)
    {
        routes.ServiceProvider.GetRequiredService<DischargeControl>().Map(routes);
        return routes;
    }
}
