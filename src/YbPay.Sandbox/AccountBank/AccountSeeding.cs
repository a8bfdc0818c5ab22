using Microsoft.Extensions.Hosting;

namespace YbPay.Sandbox.AccountBank;

/// <summary>Opens the seed's accounts before the first request; an account that is there keeps its money.</summary>
internal sealed class AccountSeeding(AccountBankDatabase database, AccountBankOptions options) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => database.Opened.WriteAsync(
        async session =>
        {
            foreach (var account in options.Seed.BankAccounts())
                await AccountTable.OpenAsync(session, account.Number.Reveal(), account.BankCode, account.Money);
            return 0;
        },
        cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
