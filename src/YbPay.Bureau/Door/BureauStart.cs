using System.Reflection;
using Microsoft.Extensions.Hosting;
using YbPay.Bureau.Items;
using YbPay.Bureau.Institutions;
using YbPay.Bureau.Seed;
using YbPay.Storage;

namespace YbPay.Bureau.Door;

/// <summary>Opens the database, seeds it and reads what every request asks for, before the first request is let in.</summary>
internal sealed class BureauStart(BureauOptions options, BureauDatabase holder, Seeder seeder, InstitutionDirectory institutions, ItemDirectory items) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var database = await Databases.OpenAsync(options.Database!, Assembly.GetExecutingAssembly(), cancellationToken);
        holder.Set(database);
        if (options.Seed is { } seed) await seeder.SeedAsync(database, seed, cancellationToken);
        await institutions.LoadAsync(database, cancellationToken);
        await items.LoadAsync(database, cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
