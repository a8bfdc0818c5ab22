using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace YbPay.Huimin.Features.Books;

/// <summary>What the host registers and maps for this feature.</summary>
internal static class BooksFeature
{
    public static IServiceCollection AddBooks(this IServiceCollection services) =>
        services.AddSingleton<BooksCheck>().AddSingleton<OtherSides>().AddSingleton<StatementsHold>();

    public static IEndpointRouteBuilder MapBooks(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(PlatformBooks.Path, (RequestDelegate)PlatformBooks.HandleAsync);
        return routes;
    }
}
