using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Center.Features.Books;
using YbPay.Center.Features.Cash;
using YbPay.Center.Features.Cashier;
using YbPay.Center.Features.PayByBankCard;
using YbPay.Center.Features.DecodeQrCode;
using YbPay.Center.Features.PlacePayment;
using YbPay.Center.Features.QueryOrder;
using YbPay.Center.Features.Refunds;
using YbPay.Center.Features.Revoke;
using YbPay.Center.Features.UploadFees;
using YbPay.Center.Pipeline;
using YbPay.Center.Vouchers;
using YbPay.Storage;

namespace YbPay.Center;

/// <summary>The centre's addresses: one line an interface.</summary>
public static class CenterRoutes
{
    private const string Base = "/org/local/api/hos";

    public static IEndpointRouteBuilder MapCenter(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var services = routes.ServiceProvider;
        var upload = services.GetRequiredService<CenterOptions>().LargestUpload;
        var other = upload / 16;
        routes.MapSealed(Interface.Of($"{Base}/ec_query", other, hasEffect: true, services.GetRequiredService<DecodeQrCodeUseCase>()));
        routes.MapSealed(Interface.Of($"{Base}/uldFeeInfo", upload, hasEffect: true, services.GetRequiredService<UploadFeesUseCase>()));
        routes.MapSealed(Interface.Of($"{Base}/pay_order", other, hasEffect: true, services.GetRequiredService<PlacePaymentUseCase>()));
        routes.MapSealed(Interface.Of($"{Base}/refund_Order", other, hasEffect: true, services.GetRequiredService<RefundUseCase>()));
        routes.MapSealed(Interface.Of($"{Base}/query_order_info", other, hasEffect: false, services.GetRequiredService<QueryOrderUseCase>()));
        routes.MapSealed(Interface.Of($"{Base}/revoke_order", other, hasEffect: true, services.GetRequiredService<RevokeUseCase>()));

        routes.MapSealed(Interface.Of($"{Base}/medBankPay", other, hasEffect: true, services.GetRequiredService<PayByBankCardUseCase>()));
        services.GetRequiredService<CashierDoor>().Map(routes);

        services.GetRequiredService<ChannelNotices>().Map(routes);
        services.GetRequiredService<ChannelPages>().Map(routes);
        routes.MapPost(VoucherFeed.Path, (HttpContext http) => http.RequestServices.GetRequiredService<VoucherFeed>().HandleAsync(http));
        routes.MapGet(BooksDoor.Path, (HttpContext http) => BooksDoor.HandleAsync(http));
        routes.MapGet("/health", async (IDatabase database) => Results.Text(await database.ReadAsync(session => session.FirstOrDefaultAsync<long>("SELECT 1")) == 1 ? "ok" : "no"));
        return routes;
    }

    private static void MapSealed(this IEndpointRouteBuilder routes, Interface entry)
    {
        var gate = routes.ServiceProvider.GetRequiredService<SealedGate>();
        routes.MapPost(entry.Path, (HttpContext http) => gate.HandleAsync(http, entry));
    }
}
