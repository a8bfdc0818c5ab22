using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using YbPay.Center.Cash;
using YbPay.Center.Core;
using YbPay.Center.Features.Books;
using YbPay.Center.Features.Cash;
using YbPay.Center.Features.Cashier;
using YbPay.Center.Features.DecodeQrCode;
using YbPay.Center.Features.PayByBankCard;
using YbPay.Center.Features.PayDown;
using YbPay.Center.Features.PlacePayment;
using YbPay.Center.Features.QueryOrder;
using YbPay.Center.Features.Refunds;
using YbPay.Center.Features.Revoke;
using YbPay.Center.Features.SyncOrder;
using YbPay.Center.Features.UploadFees;
using YbPay.Center.Features.Withdrawal;
using YbPay.Center.Notices;
using YbPay.Center.Orders;
using YbPay.Center.Partners;
using YbPay.Center.Pipeline;
using YbPay.Center.Running;
using YbPay.Center.Vouchers;
using YbPay.Cryptography;
using YbPay.Hosting;
using YbPay.Protocol.MobilePay;
using YbPay.Storage;
using YbPay.Storage.Columns;
using YbPay.Storage.Legs;
using YbPay.Storage.Outbox;

namespace YbPay.Center;

/// <summary>The payment centre as a library: this and <see cref="CenterRoutes"/> are all that a host sees.</summary>
public static class CenterServices
{
    /// <summary>
    /// Opens the database, checks every key and address, and registers the centre. Throws when anything is wrong: a centre
    /// with a bad key does not start.
    /// </summary>
    public static async Task<IServiceCollection> AddCenterAsync(this IServiceCollection services, CenterOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        CenterChecks.Check(options);
        var database = await Databases.OpenAsync(options.Database!, typeof(CenterServices).Assembly, cancel);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        // By factories: what a container is given as an instance it does not dispose of, and a stopped centre would keep its connections.
        services.AddSingleton(_ => database);
        services.AddSingleton(_ => new ColumnCipher(options.MasterKeys!));
        services.AddSingleton(new PartnerRegistry(options));
        services.AddSingleton(new Credentials(TokenKey(options)));
        services.AddSingleton(provider => options.Freshness ?? new ClockFreshness(provider.GetRequiredService<TimeProvider>()));
        return services.AddPipeline().AddOutside().AddFeatures().AddWorkers();
    }

    private static IServiceCollection AddPipeline(this IServiceCollection services) => services
        .AddSingleton<SerialNumbers>()
        .AddSingleton<CenterBooks>()
        .AddSingleton<Replays>()
        .AddSingleton<EnvelopeDoor>()
        .AddSingleton(provider => new PartnerLimits(provider.GetRequiredService<CenterOptions>().RequestsPerSecond))
        .AddSingleton<SealedGate>()
        .AddSingleton<VoucherStore>()
        .AddSingleton<VoucherFeed>()
        .AddSingleton<OrderAccess>();

    private static IServiceCollection AddOutside(this IServiceCollection services) => services
        .AddSingleton<FsiLink>()
        .AddSingleton<DetailCheck>()
        .AddSingleton<SettlementQuestion>()
        .AddSingleton<SettlementFinder>()
        .AddSingleton<ICore, FsiCore>()
        .AddCashChannels();

    private static IServiceCollection AddFeatures(this IServiceCollection services) => services
        .AddSingleton<DecodeQrCodeUseCase>()
        .AddSingleton<UploadUndo>()
        .AddSingleton<UploadToCore>()
        .AddSingleton<UploadFeesUseCase>()
        .AddSingleton<Settlement>()
        .AddSingleton<SettlementResolver>()
        .AddSingleton<PlacePaymentUseCase>()
        .AddSingleton<OrderSync>()
        .AddSingleton<PayByBankCardUseCase>()
        .AddSingleton<CashierVisits>()
        .AddSingleton<CashierAddress>()
        .AddSingleton<CashierLimits>()
        .AddSingleton<CashierPreview>()
        .AddSingleton<CashierPayment>()
        .AddSingleton<CashierResult>()
        .AddSingleton<CashierDoor>()
        .AddSingleton<LateCash>()
        .AddSingleton<HospitalLink>()
        .AddSingleton<CashWays>()
        .AddSingleton<CashCollection>()
        .AddSingleton<AskedLately>()
        .AddSingleton<PayDownBooking>()
        .AddSingleton<AccountPayments>()
        .AddSingleton<PayDownResolver>()
        .AddSingleton<ChannelNotices>()
        .AddSingleton<ChannelPages>()
        .AddSingleton<RefundFlow>()
        .AddSingleton<RefundUseCase>()
        .AddSingleton<Withdrawal>()
        .AddSingleton<RevokeUseCase>()
        .AddSingleton<QueryOrderUseCase>()
        .AddSingleton<CoreStatement>()
        .AddSingleton<AccountsStatement>()
        .AddSingleton<OtherSides>()
        .AddSingleton<BooksCheck>();

    private static IServiceCollection AddWorkers(this IServiceCollection services) => services
        .AddSingleton<OutboxSignal>()
        .AddSingleton<LegSignal>()
        .AddSingleton<SettlementNotices>()
        .AddSingleton<IOutboxSender, NoticeSender>()
        .AddSingleton<FlowsBack>()
        .AddSingleton<ILegResolver, CenterResolver>()
        .AddHostedService<OutboxDispatcher>()
        .AddHostedService<LegResolver>()
        .AddHostedService<Storage.Audit.AuditSealer>()
        .AddHostedService<ClosingWorker>();

    /// <summary>Tokens hang on the first master key, so that they stay what they are when keys are rotated.</summary>
    private static byte[] TokenKey(CenterOptions options)
    {
        using var mac = new HmacSm3(options.MasterKeys![options.MasterKeys.Keys.Min()]);
        return mac.Compute("ybpay center tokens"u8);
    }
}
