using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace YbPay.Huimin.Features.Claims;

/// <summary>What the host registers and maps for this feature.</summary>
internal static class ClaimsFeature
{
    public static IServiceCollection AddClaims(this IServiceCollection services) => services;

    public static IEndpointRouteBuilder MapClaims(this IEndpointRouteBuilder routes) => routes;
}
