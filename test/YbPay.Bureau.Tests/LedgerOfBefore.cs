using YbPay.Bureau.Tests.Hosting;
using YbPay.Contracts.Fsi;
using YbPay.Storage;

namespace YbPay.Bureau.Tests;

/// <summary>A core that settled before it kept a ledger gets the same entries by migration as if it had always kept one.</summary>
public sealed class LedgerOfBefore
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task The_migration_posts_what_the_events_would_have_posted(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = Patient.Of(await host.SignInAsync(), 0);
        await patient.RegisterAsync();
        foreach (var batch in new[] { "kept", "cancelled", "restored", "reversed" }) await patient.UploadAsync(batch, (batch, SeedItems.ClassB, 2000m, 1m));
        await patient.SettleAsync("kept", 2000m);
        await patient.CancelAsync((await patient.SettleAsync("cancelled", 2000m)).Setlinfo.SetlId!);
        var restored = await patient.SettleAsync("restored", 2000m);
        var msgid = patient.At.NextMsgid();
        await patient.At.AskAsync<CancelOutpatientSettlementRequest, CancelOutpatientSettlementReply>("2208", patient.Cancellation(restored.Setlinfo.SetlId!), msgid);
        await patient.At.DoAsync("2601", patient.Reversal(msgid, "2208"));
        var reversed = await patient.SettleAsync("reversed", 2000m);
        await patient.At.DoAsync("2601", patient.Reversal(reversed.Setlinfo.MedinsSetlId!, "2207"));

        var posted = await LedgerAsync(host);
        await host.Database.WriteAsync(session => ForgetAsync(session));
        (await LedgerAsync(host)).ShouldBeEmpty();
        foreach (var statement in Migration("ledger-of-before", host.Database.Dialect)) await host.Database.WriteAsync(session => session.ExecuteAsync(statement));
        (await LedgerAsync(host)).ShouldBe(posted);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Movements_begin_with_what_an_account_held_before_they_were_kept(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = Patient.Of(await host.SignInAsync(), 0);
        await patient.RegisterAsync();
        foreach (var batch in new[] { "before", "after" }) await patient.UploadAsync(batch, (batch, SeedItems.ClassC, 50m, 1m));
        await patient.SettleAsync("before", 50m);
        await Books.TamperAsync(host, "DELETE FROM account_movement WHERE EXISTS (SELECT 1 FROM insurance WHERE person_key || ':' || insutype = account_id)");
        (await Books.CheckAsync(host)).IsSound.ShouldBeFalse();
        foreach (var statement in Migration("movements-begin", host.Database.Dialect)) await host.Database.WriteAsync(session => session.ExecuteAsync(statement));
        await Books.AreCleanAsync(host);
        await patient.SettleAsync("after", 50m);
        await Books.AreCleanAsync(host);
    }

    private sealed record Line(string EntryId, string Reason, string OwnerId, string Institution, long Lines, string Account, long Amount);

    private static Task<IReadOnlyList<Line>> LedgerAsync(BureauHost host) => host.Database.ReadAsync(session => session.QueryAsync<Line>(
        """
        SELECT e.entry_id, e.reason, e.owner_id, e.institution, e.lines, p.account, p.amount
        FROM ledger_entries e JOIN ledger_postings p ON p.entry_id = e.entry_id AND p.owner_id = e.owner_id
        WHERE e.entry_id NOT LIKE 'opened:wallet:%' AND e.entry_id NOT LIKE 'opened:mutual-aid:%' -- accounts that the core knew only later
        ORDER BY e.entry_id, p.account
        """));

    /// <summary>As it was before: no program of ours can do this, so the guards go first.</summary>
    private static async Task ForgetAsync(DbSession session)
    {
        if (session.Dialect == Dialect.Postgres)
        {
            await session.ExecuteAsync("TRUNCATE ledger_postings, ledger_entries");
            return;
        }

        foreach (var table in new[] { "ledger_postings", "ledger_entries" })
        {
            await session.ExecuteAsync($"DROP TRIGGER {table}_keep");
            await session.ExecuteAsync($"DELETE FROM {table}");
        }
    }

    private static IEnumerable<string> Migration(string name, Dialect dialect)
    {
        var assembly = typeof(BureauSeed).Assembly;
        var resourceName = assembly.GetManifestResourceNames().Single(resource => resource.Contains(name, StringComparison.Ordinal) && resource.Contains(dialect.ToString(), StringComparison.OrdinalIgnoreCase));
        using var text = new StreamReader(assembly.GetManifestResourceStream(resourceName)!);
        return text.ReadToEnd().Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}
