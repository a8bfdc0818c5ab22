using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace YbPay.Huimin.Features.Payments;

/// <summary>What the host registers and maps for this feature.</summary>
internal static class PaymentsFeature
{
    public static IServiceCollection AddPayments(this IServiceCollection services) => services;

    public static IEndpointRouteBuilder MapPayments(this IEndpointRouteBuilder routes) => routes;
}
