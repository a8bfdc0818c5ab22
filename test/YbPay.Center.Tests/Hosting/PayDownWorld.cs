namespace YbPay.Center.Tests.Hosting;

/// <summary>A sandbox whose centre reaches the core through a <see cref="CoreBetween"/>.</summary>
internal sealed class PayDownWorld : IAsyncDisposable
{
    private PayDownWorld(CenterHost host, CoreBetween between) => (Host, Between) = (host, between);

    public CenterHost Host { get; }

    public CoreBetween Between { get; }

    public static async Task<PayDownWorld> StartAsync(string database)
    {
        var between = await CoreBetween.StartAsync();
        var host = await CenterHost.StartAsync(database, center: options => options.Core.BaseUrl = between.Address);
        between.Core = host.Plan.Addresses.Bureau;
        return new(host, between);
    }

    /// <summary>Accounts of the visit's person pay so many yuan of the settlement at the core.</summary>
    public async Task AccountsPayAsync(Visit visit, decimal yuan)
    {
        var setlId = (await visit.QueryAsync()).HiDocSn.ShouldNotBeNull();
        Between.Deducted.AddOrUpdate(setlId, yuan, (_, before) => before + yuan);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Between.DisposeAsync();
    }
}
