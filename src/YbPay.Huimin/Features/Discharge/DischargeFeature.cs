using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using YbPay.Huimin.Running;

namespace YbPay.Huimin.Features.Discharge;

/// <summary>What the host registers and maps for this feature.</summary>
internal static class DischargeFeature
{
    public static IServiceCollection AddDischarge(this IServiceCollection services)
    {
        services.TryAddSingleton<IDirectClaims, NoDirectClaims>();
        return services;
    }

    public static IEndpointRouteBuilder MapDischarge(this IEndpointRouteBuilder routes) => routes;
}
