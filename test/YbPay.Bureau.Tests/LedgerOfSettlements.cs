using YbPay.Bureau.Tests.Hosting;
using YbPay.Contracts.Fsi;
using YbPay.Engine.Ledger;

namespace YbPay.Bureau.Tests;

/// <summary>What each event leaves in the core's books: an entry in its own transaction, or none.</summary>
public sealed class LedgerOfSettlements
{
    private const string Hospital = TestInstitution.Hospital;

    private sealed record Line(string Reason, string Account, long Amount);

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_settlement_posts_what_it_answered(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var (_, settled) = await SettledAsync(host);
        var info = settled.Setlinfo;
        (info.HifpPay > 0 && info.AcctPay > 0).ShouldBeTrue();

        var lines = await LinesAsync(host, info.SetlId!);
        lines.ShouldAllBe(line => line.Reason == "settlement");
        Amount(lines, "fund:hifp").ShouldBe(info.HifpPay);
        Amount(lines, "personal:").ShouldBe(info.AcctPay);
        Amount(lines, "bank:personal").ShouldBe(-info.AcctPay);
        Amount(lines, "bank-settlement").ShouldBe(info.AcctPay);
        Amount(lines, "institution:" + Hospital).ShouldBe(-(info.FundPaySumamt + info.AcctPay));
        Amount(lines, "cash:" + Hospital).ShouldBe(info.PsnCashPay);
        Amount(lines, "outside:" + Hospital).ShouldBe(-info.PsnCashPay);
        lines.Sum(line => line.Amount).ShouldBe(0);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_cancellation_its_reversal_and_a_reversal_each_post_once(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var (patient, settled) = await SettledAsync(host);
        var opened = await BalancesAsync(host);

        var msgid = patient.At.NextMsgid();
        var cancelled = await patient.At.AskAsync<CancelOutpatientSettlementRequest, CancelOutpatientSettlementReply>("2208", patient.Cancellation(settled.Setlinfo.SetlId!), msgid);
        var cancellation = cancelled.Setlinfo.SetlId;
        (await LinesAsync(host, cancellation)).ShouldAllBe(line => line.Reason == "settlement cancelled");
        (await BalancesAsync(host)).ShouldAllBe(account => IsHeld(account.Account));

        await patient.At.DoAsync("2601", patient.Reversal(msgid, "2208"));
        (await BalancesAsync(host)).ShouldBe(opened);
        await patient.At.DoAsync("2601", patient.Reversal(msgid, "2208"));
        (await LinesAsync(host, cancellation)).Select(line => line.Reason).Distinct().ShouldBe(["settlement cancelled", "cancellation reversed"], ignoreOrder: true);

        await patient.At.DoAsync("2601", patient.Reversal(settled.Setlinfo.MedinsSetlId!, "2207"));
        (await LinesAsync(host, settled.Setlinfo.SetlId!)).Select(line => line.Reason).Distinct().ShouldBe(["settlement", "settlement reversed"], ignoreOrder: true);
        (await BalancesAsync(host)).ShouldAllBe(account => IsHeld(account.Account));
        (await host.CountAsync("ledger_entries WHERE reason <> 'opening balance'")).ShouldBe(4);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_refused_settlement_posts_nothing(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var (patient, _) = await SettledAsync(host);
        var entries = await host.CountAsync("ledger_entries");
        await patient.At.RefusedAsync("SETTLED", "2207", patient.Settlement("B1", 3000m));
        await patient.At.RefusedAsync("NOT_SETTLED", "2208", patient.Cancellation("440100260310000000NONE000001"));
        (await host.CountAsync("ledger_entries")).ShouldBe(entries);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_seed_opens_every_account_that_holds_something_and_a_restart_opens_none_again(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var held = BureauSeed.Default.Persons.SelectMany(person => person.Insurances).Where(insurance => insurance.AccountBalance > 0).ToList();
        var shared = BureauSeed.Default.Persons.SelectMany(person => person.Accounts).Where(account => account.Kind is not AccountKind.Personal && account.Balance > 0).ToList();
        (await host.CountAsync("ledger_entries")).ShouldBe(held.Count + shared.Count);
        await using var again = await host.StartAnotherAsync();
        (await host.CountAsync("ledger_entries")).ShouldBe(held.Count + shared.Count);
        var banks = await BalancesAsync(host);
        banks.Single(account => account.Account == "bank:personal").Amount.ShouldBe(held.Sum(insurance => insurance.AccountBalance));
        banks.Single(account => account.Account == "bank:wallet").Amount.ShouldBe(shared.Where(account => account.Kind is AccountKind.Wallet).Sum(account => account.Balance));
        banks.Single(account => account.Account == "bank:mutual-aid").Amount.ShouldBe(shared.Where(account => account.Kind is AccountKind.MutualAid).Sum(account => account.Balance));
    }

    private static bool IsHeld(string account) => account.Split(':')[0] is "bank" or "personal" or "wallet" or "mutual-aid";

    private static async Task<(Patient Patient, SettleOutpatientReply Settled)> SettledAsync(BureauHost host)
    {
        var patient = Patient.Of(await host.SignInAsync(), 0);
        await patient.RegisterAsync();
        await patient.UploadAsync("B1", ("1", SeedItems.ClassA, 3000m, 1m));
        return (patient, await patient.SettleAsync("B1", 3000m));
    }

    private static Task<IReadOnlyList<Line>> LinesAsync(BureauHost host, string owner) => host.Database.ReadAsync(session => session.QueryAsync<Line>(
        "SELECT e.reason, p.account, p.amount FROM ledger_entries e JOIN ledger_postings p ON p.entry_id = e.entry_id WHERE e.owner_id = @owner", new { owner }));

    private static Task<IReadOnlyList<(string Account, long Amount)>> BalancesAsync(BureauHost host) => host.Database.ReadAsync(session => session.QueryAsync<(string, long)>(
        "SELECT account, CAST(SUM(amount) AS BIGINT) FROM ledger_postings GROUP BY account HAVING SUM(amount) <> 0 ORDER BY account"));

    private static decimal Amount(IReadOnlyList<Line> lines, string account) => lines.Single(line => line.Account.StartsWith(account, StringComparison.Ordinal)).Amount / 100m;
}
