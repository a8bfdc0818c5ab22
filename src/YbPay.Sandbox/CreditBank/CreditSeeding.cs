using Microsoft.Extensions.Hosting;
using YbPay.Sandbox.Orders;

namespace YbPay.Sandbox.CreditBank;

/// <summary>Opens the seed's accounts before the first request; an account that is there keeps its money.</summary>
internal sealed class CreditSeeding(CreditBankDatabase database, CreditBankOptions options, PersonIndex persons) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => database.Opened.WriteAsync(
        async session =>
        {
            foreach (var account in options.Accounts)
                await CreditAccountTable.OpenAsync(session, account, persons.Of(account.IdNo.Reveal()), persons.Of(account.IdNo.Reveal(), account.Name.Reveal()));
            return 0;
        },
        cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
