using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace YbPay.Client;

/// <summary>Puts the client into a container.</summary>
public static class YbPayServices
{
    /// <summary>
    /// Adds <see cref="IYbPayClient"/> and <see cref="SettlementNoticeReader"/>. The options are checked when the host starts;
    /// further settings of the connection (proxy, client certificate) go to the returned builder.
    /// </summary>
    /// <example><code>
    /// builder.Services.AddYbPay(options => builder.Configuration.Bind("YbPay", options));
    /// </code></example>
    public static IHttpClientBuilder AddYbPay(this IServiceCollection services, Action<YbPayOptions> configure)
    {
        services.AddOptions<YbPayOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<YbPayOptions>, YbPayOptionsCheck>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new PartnerKeys(provider.GetRequiredService<IOptions<YbPayOptions>>().Value));
        services.TryAddSingleton<IYbPayClient, YbPayClient>();
        services.TryAddSingleton(provider => new SettlementNoticeReader(
            provider.GetRequiredService<PartnerKeys>(), provider.GetRequiredService<IOptions<YbPayOptions>>().Value, provider.GetRequiredService<TimeProvider>()));
        return services.AddHttpClient(CenterConnection.Name, client => client.Timeout = Timeout.InfiniteTimeSpan) // each attempt has its own limit
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
    }

    /// <summary>
    /// Adds <see cref="IBureauClient"/>, the hospital's own window to the bureau's core. The options are checked when the host starts;
    /// further settings of the connection go to the returned builder.
    /// </summary>
    public static IHttpClientBuilder AddYbPayBureau(this IServiceCollection services, Action<YbPayBureauOptions> configure)
    {
        services.AddOptions<YbPayBureauOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<YbPayBureauOptions>, YbPayBureauOptionsCheck>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IBureauClient, BureauClient>();
        return services.AddHttpClient(BureauConnection.Name, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
    }

    /// <summary>
    /// Adds <see cref="IHuiminClient"/>, the hospital's way to the huimin platform, and <see cref="HuiminHospitalDoor"/>, the platform's way to the
    /// hospital. The options are checked when the host starts; further settings of the connection go to the returned builder.
    /// </summary>
    public static IHttpClientBuilder AddYbPayHuimin(this IServiceCollection services, Action<YbPayHuiminOptions> configure)
    {
        services.AddOptions<YbPayHuiminOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<YbPayHuiminOptions>, YbPayHuiminOptionsCheck>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new HuiminPartner(provider.GetRequiredService<IOptions<YbPayHuiminOptions>>().Value));
        services.TryAddSingleton<IHuiminClient, HuiminClient>();
        services.TryAddSingleton(provider => new HuiminHospitalDoor(
            provider.GetRequiredService<HuiminPartner>(), provider.GetRequiredService<IOptions<YbPayHuiminOptions>>().Value, provider.GetRequiredService<TimeProvider>()));
        return services.AddHttpClient(HuiminConnection.Name, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
    }
}
