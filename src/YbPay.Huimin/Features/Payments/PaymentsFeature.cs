using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Huimin.Door;
using YbPay.Huimin.Running;

namespace YbPay.Huimin.Features.Payments;

/// <summary>What the host registers and maps for this feature.</summary>
internal static class PaymentsFeature
{
    public static IServiceCollection AddPayments(this IServiceCollection services)
    {
        services.AddSingleton<PaymentBooking>();
        services.AddSingleton<PaymentFlow>();
        services.AddSingleton<PaymentControl>();
        services.AddSingleton<CreditRefunds>();
        services.AddSingleton<RefundFlow>();
        services.AddSingleton<ILegOwner>(provider => provider.GetRequiredService<PaymentFlow>());
        services.AddSingleton<ILegOwner>(provider => provider.GetRequiredService<RefundFlow>());
        services.AddSingleton<ITransaction, CreditPaymentUseCase>();
        services.AddSingleton<ITransaction, CreditRefundUseCase>();
        services.AddSingleton<ITransaction, QueryTradeUseCase>();
        return services;
    }

    public static IEndpointRouteBuilder MapPayments(this IEndpointRouteBuilder routes)
    {
        routes.ServiceProvider.GetRequiredService<PaymentControl>().Map(routes);
        return routes;
    }
}
