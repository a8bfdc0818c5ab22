using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Huimin.Door;

namespace YbPay.Huimin.Features.Statements;

/// <summary>What the host registers and maps for this feature.</summary>
internal static class StatementsFeature
{
    public static IServiceCollection AddStatements(this IServiceCollection services)
    {
        services.AddSingleton<StatementLinks>();
        services.AddSingleton<StatementMaking>();
        services.AddSingleton<ITransaction, QueryStatementUseCase>();
        return services.AddHostedService<StatementWorker>();
    }

    public static IEndpointRouteBuilder MapStatements(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(StatementLinks.Path + "/{hospitalId}/{day}.zip", StatementDoor.GetAsync);
        return routes;
    }
}
