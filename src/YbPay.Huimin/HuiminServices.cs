using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using YbPay.Hosting;
using YbPay.Huimin.Credit;
using YbPay.Huimin.Door;
using YbPay.Huimin.Features.Books;
using YbPay.Huimin.Features.Claims;
using YbPay.Huimin.Features.Discharge;
using YbPay.Huimin.Features.Enrolment;
using YbPay.Huimin.Features.Payments;
using YbPay.Huimin.Features.Statements;
using YbPay.Huimin.Insurers;
using YbPay.Huimin.Partners;
using YbPay.Huimin.Running;
using YbPay.Protocol.MobilePay;
using YbPay.Storage;
using YbPay.Storage.Columns;
using YbPay.Storage.Legs;

namespace YbPay.Huimin;

/// <summary>The huimin platform as a library: enrolment, credit payment, discharge settlement, claims, statements.</summary>
public static class HuiminServices
{
    /// <summary>
    /// Opens the database, checks every secret and address, and registers the platform. Throws <see cref="InvalidOperationException"/> or
    /// <see cref="ArgumentException"/> when anything is wrong: a platform with a bad secret does not start.
    /// </summary>
    public static async Task<IServiceCollection> AddHuiminAsync(this IServiceCollection services, HuiminOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        HuiminChecks.Check(options);
        var partners = new PartnerRegistry(options);
        var database = await Databases.OpenAsync(options.Database!, typeof(HuiminServices).Assembly, cancel);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        // By factories: what a container is handed it does not dispose.
        services.AddSingleton(_ => database);
        services.AddSingleton(_ => new ColumnCipher(options.MasterKeys!));
        services.AddSingleton(_ => partners);
        services.AddSingleton(_ => new PartnerLimits(options.RequestsPerSecond));
        services.AddSingleton(provider => options.Freshness ?? new ClockFreshness(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<QueryIds>();
        services.AddSingleton<LegSignal>();
        services.AddSingleton<HuiminBooks>();
        services.AddSingleton<SequenceMemory>();
        services.AddSingleton<HuiminGate>();
        services.AddSingleton<ICreditBank>(_ => new HttpCreditBank(options.CreditBank));
        services.AddSingleton<IInsurer>(_ => new HttpInsurer(options.Insurer));
        services.AddSingleton<ILegResolver, HuiminResolver>();
        services.AddHostedService<LegResolver>();
        services.AddHostedService<Storage.Audit.AuditSealer>();
        return services.AddEnrolment().AddPayments().AddDischarge().AddClaims().AddStatements().AddBooks();
    }

    /// <summary><c>POST /huimin/api</c>, where transCode chooses, the pages and files that patients and hospitals are sent to, and <c>GET /health</c>.</summary>
    public static IEndpointRouteBuilder MapHuimin(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var gate = routes.ServiceProvider.GetRequiredService<HuiminGate>();
        routes.MapPost("/huimin/api", gate.HandleAsync);
        routes.MapGet("/health", async (HttpContext http, IDatabase database) =>
        {
            await database.PingAsync(http.RequestAborted);
            return Results.Text("ok");
        });
        return routes.MapEnrolment().MapPayments().MapDischarge().MapClaims().MapStatements().MapBooks();
    }
}
