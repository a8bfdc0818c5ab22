using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using YbPay.Bureau.Accounts;
using YbPay.Bureau.Clock;
using YbPay.Bureau.Door;
using YbPay.Bureau.Features.Accounts;
using YbPay.Bureau.Features.FeeLines;
using YbPay.Bureau.Features.Files;
using YbPay.Bureau.Features.Persons;
using YbPay.Bureau.Features.Reconciliation;
using YbPay.Bureau.Features.Reversal;
using YbPay.Bureau.Features.Settlements;
using YbPay.Bureau.Features.SignIn;
using YbPay.Bureau.Features.Visits;
using YbPay.Bureau.Institutions;
using YbPay.Bureau.Items;
using YbPay.Bureau.Persons;
using YbPay.Bureau.Seed;
using YbPay.Engine.Benefits;
using YbPay.Storage.Columns;
using YbPay.Storage.Legs;

namespace YbPay.Bureau;

/// <summary>The bureau's core as a role: insured persons, benefit policy, settlement.</summary>
public static class BureauRegistration
{
    /// <summary>Registers the core. Throws <see cref="InvalidOperationException"/> when an option is missing or makes no sense.</summary>
    public static IServiceCollection AddBureau(this IServiceCollection services, Action<BureauOptions> configure)
    {
        var options = new BureauOptions();
        configure(options);
        if (options.Database is null) throw new InvalidOperationException("The bureau needs a database (BureauOptions.Database).");
        if (options.MasterKeys.Count == 0) throw new InvalidOperationException("The bureau needs a master key for personal columns (BureauOptions.MasterKeys).");
        var policy = options.Policy ?? BenefitPolicy.Shipped(options.Admdvs);

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(_ => new PersonCipher(new ColumnCipher(options.MasterKeys)));
        services.AddSingleton<BureauDatabase>();
        services.AddSingleton<BureauNumbers>();
        services.AddSingleton<InstitutionDirectory>();
        services.AddSingleton<ItemDirectory>();
        services.AddSingleton<SignInMemory>();
        services.AddSingleton<InsuranceLookup>();
        services.AddSingleton<HeadCheck>();
        services.AddSingleton<Seeder>();
        services.AddSingleton<CallServiceEndpoint>();
        services.AddSingleton(provider => new BureauCredentials(provider.GetRequiredService<BureauDatabase>(), provider.GetRequiredService<PersonCipher>()));
        services.AddHostedService<BureauStart>();

        services.AddSingleton(provider => new SettlementCalculation(policy, provider.GetRequiredService<PersonCipher>()));
        services.AddSingleton<SettlementBooking>();
        services.AddSingleton<SettlementTrial>();
        services.AddSingleton<SettlementUndoing>();
        services.AddSingleton<LineUpload>();
        services.AddSingleton<LineCancellation>();
        services.AddSingleton<FileStore>();
        services.AddSingleton<DetailComparison>();
        services.TryAddSingleton<LegSignal>();
        services.AddSingleton<AccountChanges>();
        services.AddSingleton(provider => new BureauAccounts(
            provider.GetRequiredService<BureauDatabase>(), provider.GetRequiredService<PersonCipher>(), provider.GetRequiredService<AccountChanges>()));
        if (options.AccountBank is { } accountBank) services.AddAccountBankOf(accountBank);
        return services.AddTransactions();
    }

    private static void AddAccountBankOf(this IServiceCollection services, AccountBankSettings settings)
    {
        if (!Uri.TryCreate(settings.BaseUrl, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new InvalidOperationException("The account bank's address is none (AccountBankSettings.BaseUrl).");
        if (settings.Secret.Length < 16) throw new InvalidOperationException("The account bank's secret is too short (AccountBankSettings.Secret).");
        if (settings.Timeout <= TimeSpan.Zero || settings.ResolveAfter <= TimeSpan.Zero) throw new InvalidOperationException("The account bank's times must be positive.");
        services.TryAddSingleton<IAccountBank>(_ => new HttpAccountBank(settings));
        services.AddSingleton<DeductionReply>();
        services.AddSingleton<DeductionWalk>();
        services.AddSingleton<DeductionOpening>();
        services.AddSingleton<Deductions>();
        services.AddSingleton<GiveBack>();
        services.AddSingleton<AccountResolver>();
        services.AddHostedService<AccountWorker>();
    }

    /// <summary><c>POST /fsi/api/callService</c>, where infno chooses, <c>GET /health</c>, and what operators ask under <c>/internal</c>.</summary>
    public static IEndpointRouteBuilder MapBureau(this IEndpointRouteBuilder routes)
    {
        var endpoint = routes.ServiceProvider.GetRequiredService<CallServiceEndpoint>();
        var database = routes.ServiceProvider.GetRequiredService<BureauDatabase>();
        routes.MapPost("/fsi/api/callService", endpoint.HandleAsync);
        routes.MapGet(BureauBooks.Path, (HttpContext http) => BureauBooks.HandleAsync(http));
        routes.MapPost(AccountsDoor.Path, (HttpContext http) => AccountsDoor.HandleAsync(http));
        routes.MapGet(BureauStatements.Path, (HttpContext http, string institution, string day) => BureauStatements.HandleAsync(http, institution, day));
        routes.MapGet("/health", async (HttpContext http) =>
        {
            await database.Get().PingAsync(http.RequestAborted);
            return Results.Text("ok");
        });
        return routes;
    }

    private static IServiceCollection AddTransactions(this IServiceCollection services)
    {
        services.AddSingleton<ITransaction, SignInTransaction>();           // 9001
        services.AddSingleton<ITransaction, QueryPerson>();                 // 1101
        services.AddSingleton<ITransaction, RegisterOutpatient>();          // 2201
        services.AddSingleton<ITransaction, CancelRegistration>();          // 2202
        services.AddSingleton<ITransaction, UploadVisit>();                 // 2203
        services.AddSingleton<ITransaction, UploadOutpatientFees>();        // 2204
        services.AddSingleton<ITransaction, CancelOutpatientFees>();        // 2205
        services.AddSingleton<ITransaction, PreSettleOutpatient>();         // 2206
        services.AddSingleton<ITransaction, SettleOutpatient>();            // 2207
        services.AddSingleton<ITransaction, CancelOutpatientSettlement>();  // 2208
        services.AddSingleton<ITransaction, UploadInpatientFees>();         // 2301
        services.AddSingleton<ITransaction, CancelInpatientFees>();         // 2302
        services.AddSingleton<ITransaction, PreSettleInpatient>();          // 2303
        services.AddSingleton<ITransaction, SettleInpatient>();             // 2304
        services.AddSingleton<ITransaction, CancelInpatientSettlement>();   // 2305
        services.AddSingleton<ITransaction, AdmitInpatient>();              // 2401
        services.AddSingleton<ITransaction, ReverseTransaction>();          // 2601
        services.AddSingleton<ITransaction, CheckTotals>();                 // 3201
        services.AddSingleton<ITransaction, CheckDetails>();                // 3202
        services.AddSingleton<ITransaction, QuerySettlement>();             // 5203
        services.AddSingleton<ITransaction, DeductPersonalAccount>();       // 5369
        services.AddSingleton<ITransaction, DeductMutualAid>();             // 5373
        services.AddSingleton<ITransaction, QueryWallet>();                 // 5378
        services.AddSingleton<ITransaction, DeductWallet>();                // 5379
        services.AddSingleton<ITransaction, UploadFile>();                  // 9101
        services.AddSingleton<ITransaction, DownloadFile>();                // 9102
        return services;
    }
}
