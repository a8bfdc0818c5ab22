using Microsoft.Extensions.Hosting;
using YbPay.Sandbox.Orders;

namespace YbPay.Sandbox.Insurer;

/// <summary>Insures the book's holders before the first request; a policy that is there keeps what is used of it.</summary>
internal sealed class InsurerSeeding(InsurerDatabase database, InsurerOptions options, PersonIndex persons) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => database.Opened.WriteAsync(
        async session =>
        {
            foreach (var holder in options.Book.Holders)
            {
                var plan = options.Book.Find(holder.InsuranceId) ?? throw new InvalidDataException($"There is no plan {holder.InsuranceId}.");
                await PolicyTable.OpenAsync(session, persons.Of(holder.IdNo.Reveal()), persons.Of(holder.IdNo.Reveal(), holder.Name.Reveal()), plan);
            }

            return 0;
        },
        cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
