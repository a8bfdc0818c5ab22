using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace YbPay.Huimin.Features.Enrolment;

/// <summary>What the host registers and maps for this feature.</summary>
internal static class EnrolmentFeature
{
    public static IServiceCollection AddEnrolment(this IServiceCollection services) => services;

    public static IEndpointRouteBuilder MapEnrolment(this IEndpointRouteBuilder routes) => routes;
}
