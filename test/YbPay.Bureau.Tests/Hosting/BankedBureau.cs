using Microsoft.Extensions.DependencyInjection;
using YbPay.Center.Tests.Hosting;
using YbPay.Sandbox.AccountBank;
using YbPay.Sandbox.Faults;
using YbPay.Sandbox.Tests;

namespace YbPay.Bureau.Tests.Hosting;

/// <summary>A core and the bank of its people's accounts, each with a database of its own, over HTTP. Faults strike the bank.</summary>
public sealed class BankedBureau : IAsyncDisposable
{
    private const string Secret = "a secret of more than 16";
    private readonly TestPlace place;
    private readonly LocalServer bank;

    private BankedBureau(TestPlace place, LocalServer bank, FaultBook faults, BureauHost core) => (this.place, this.bank, Faults, Core) = (place, bank, faults, core);

    public BureauHost Core { get; }

    public FaultBook Faults { get; }

    public AccountDesk Bank => bank.Services.GetRequiredService<AccountDesk>();

    public static async Task<BankedBureau> StartAsync(string database, BureauSeed? seed = null, TimeSpan? timeout = null)
    {
        var (place, faults) = (TestPlace.Create(database), new FaultBook());
        var bank = await LocalServer.StartAsync(
            services => services.AddAccountBank(new AccountBankOptions
            {
                Database = place.Options("accountbank"), Core = new("C1", "核心", Secret), Seed = seed ?? BureauSeed.Default,
            }),
            app =>
            {
                app.UseFaults(faults, FaultyServers.AccountBank);
                app.MapAccountBank();
            });
        return new(place, bank, faults, await BureauHost.StartAsync(database, options => Configure(options, bank.Address, seed, timeout)));
    }

    /// <summary>Another core over the same database: another node, or a restart.</summary>
    public Task<BureauHost> StartAnotherAsync() => Core.StartAnotherAsync(options => Configure(options, bank.Address, null, null));

    public void Order(string transaction, FaultKind kind, int count = 1) => Faults.Order(new Fault(FaultTarget.AccountBank, transaction, kind, count, 0));

    /// <summary>All accounts at the bank by their numbers.</summary>
    public async Task<IReadOnlyDictionary<string, BankAccountView>> AccountsAsync() =>
        (await Bank.AccountsAsync(CancellationToken.None)).ToDictionary(account => account.AccountNo.Reveal());

    /// <summary>
    /// Until that many deductions have come back in all. The clock goes on, for the pauses between attempts, but slowly: what a slow machine still
    /// carries out must not look abandoned, or another worker sends the next one beside it.
    /// </summary>
    public Task WaysBackAsync(int count) => Eventually.GetAsync(
        () =>
        {
            Core.Clock.Advance(TimeSpan.FromMilliseconds(100));
            return Core.CountAsync("legs WHERE kind = 'account.give-back' AND state = 1");
        },
        done => done == count, $"{count} ways back");

    public async ValueTask DisposeAsync()
    {
        await Core.DisposeAsync();
        await bank.DisposeAsync();
        await place.DisposeAsync();
    }

    private static void Configure(BureauOptions options, Uri address, BureauSeed? seed, TimeSpan? timeout)
    {
        if (seed is not null) options.Seed = seed;
        options.AccountBank = new AccountBankSettings
        {
            BaseUrl = address.ToString(), Core = "C1", Secret = Secret, Timeout = timeout ?? TimeSpan.FromSeconds(20), ResolveAfter = TimeSpan.FromMilliseconds(20),
        };
    }
}
