using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace YbPay.Huimin.Features.Discharge;

/// <summary>What the host registers and maps for this feature.</summary>
internal static class DischargeFeature
{
    public static IServiceCollection AddDischarge(this IServiceCollection services) => services;

    public static IEndpointRouteBuilder MapDischarge(this IEndpointRouteBuilder routes) => routes;
}
