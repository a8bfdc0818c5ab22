using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace YbPay.Huimin.Features.Books;

/// <summary>What the host registers and maps for this feature.</summary>
internal static class BooksFeature
{
    public static IServiceCollection AddBooks(this IServiceCollection services) => services;

    public static IEndpointRouteBuilder MapBooks(this IEndpointRouteBuilder routes) => routes;
}
