using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace YbPay.Huimin.Features.Statements;

/// <summary>What the host registers and maps for this feature.</summary>
internal static class StatementsFeature
{
    public static IServiceCollection AddStatements(this IServiceCollection services) => services;

    public static IEndpointRouteBuilder MapStatements(this IEndpointRouteBuilder routes) => routes;
}
