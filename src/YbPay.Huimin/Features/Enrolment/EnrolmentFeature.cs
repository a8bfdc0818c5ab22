using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Huimin.Door;
using YbPay.Huimin.Running;

namespace YbPay.Huimin.Features.Enrolment;

/// <summary>What the host registers and maps for this feature.</summary>
internal static class EnrolmentFeature
{
    public static IServiceCollection AddEnrolment(this IServiceCollection services)
    {
        services.AddSingleton(provider => new SignTokens(provider.GetRequiredService<HuiminOptions>().MasterKeys!));
        services.AddSingleton<EnrolmentPages>();
        services.AddSingleton<EnrolmentSigning>();
        services.AddSingleton<ILegOwner>(provider => provider.GetRequiredService<EnrolmentSigning>());
        services.AddSingleton<EnrolmentDoor>();
        services.AddSingleton<EnrolmentControl>();
        services.AddSingleton<ITransaction, EnrolmentAddressUseCase>();
        services.AddSingleton<ITransaction, QueryEnrolmentUseCase>();
        return services;
    }

    public static IEndpointRouteBuilder MapEnrolment(this IEndpointRouteBuilder routes)
    {
        routes.ServiceProvider.GetRequiredService<EnrolmentDoor>().Map(routes);
        routes.ServiceProvider.GetRequiredService<EnrolmentControl>().Map(routes);
        return routes;
    }
}
