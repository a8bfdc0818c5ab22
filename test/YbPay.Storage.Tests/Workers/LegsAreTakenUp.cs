using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using YbPay.Storage.Audit;
using YbPay.Storage.Legs;

namespace YbPay.Storage.Tests.Workers;

public sealed class LegsAreTakenUp
{
    private sealed class Asker(IDatabase database, TimeProvider clock) : ILegResolver
    {
        public Channel<LegRow> Asked { get; } = Channel.CreateUnbounded<LegRow>();

        public async Task ResolveAsync(LegRow leg, CancellationToken cancel)
        {
            if (leg.Attempts == 1) throw new TimeoutException("the other side is silent");
            await database.WriteAsync(s => LegStore.ResolveAsync(s, leg.LegId, LegState.Succeeded, "R" + leg.LegId, null, null, clock.GetUtcNow().ToUnixTimeMilliseconds()), cancel);
            await Asked.Writer.WriteAsync(leg, cancel);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Legs_without_an_answer_are_asked_about_until_they_are_settled(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        var clock = new HandClock(1_000_000);
        var asker = new Asker(test.Database, clock);
        using var worker = new LegResolver(test.Database, asker, new LegSignal(), clock, NullLogger<LegResolver>.Instance, new() { Poll = TimeSpan.FromMilliseconds(10) });
        await test.Database.WriteAsync(async s =>
        {
            await LegStore.InsertAsync(s, "L1", "O1", "2207", 0, null, clock.Now, clock.Now + 1000);
            await LegStore.InsertAsync(s, "L2", "O2", "2207", 0, null, clock.Now, clock.Now + 1000);
            await LegStore.InsertAsync(s, "LATER", "O3", "2207", 0, null, clock.Now, clock.Now + 36_000_000);
            await LegStore.ResolveAsync(s, "L2", LegState.Unknown, null, null, "timeout", clock.Now);
        });
        await worker.StartAsync(TestContext.Current.CancellationToken);
        var settled = new HashSet<string>();
        while (settled.Count < 2)
        {
            clock.Advance(TimeSpan.FromMinutes(2));
            using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
            try
            {
                settled.Add((await asker.Asked.Reader.ReadAsync(soon.Token)).LegId);
            }
            catch (OperationCanceledException) when (clock.Now < 30_000_000)
            {
                // The lease of the attempt that failed has to run out first: the clock is moved once more.
            }
        }

        await worker.StopAsync(TestContext.Current.CancellationToken);
        settled.Order().ShouldBe(["L1", "L2"]);
        (await test.Database.ReadAsync(s => LegStore.FindAsync(s, "L2")))!.State.ShouldBe(LegState.Succeeded);
        (await test.Database.ReadAsync(s => LegStore.FindAsync(s, "LATER")))!.Attempts.ShouldBe(0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task New_audit_rows_are_sealed_in_the_background(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        await test.Database.WriteAsync(async s =>
        {
            for (var i = 0; i < 1100; i++) await AuditStore.AppendAsync(s, "clerk", "refund", "order " + i, "", i);
        });
        using var sealer = new AuditSealer(test.Database, NullLogger<AuditSealer>.Instance);
        await sealer.StartAsync(TestContext.Current.CancellationToken);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await test.Database.ReadAsync(AuditStore.AnyUnsealedAsync, limit.Token)) await Task.Yield();
        await sealer.StopAsync(TestContext.Current.CancellationToken);
        (await test.Database.ReadAsync(AuditStore.HeadAsync)).Position.ShouldBe(1100);
        (await test.Database.ReadSnapshotAsync(s => AuditStore.VerifyAsync(s))).ShouldBeNull();
    }
}
