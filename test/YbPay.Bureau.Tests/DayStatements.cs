using System.IO.Compression;
using System.Net;
using System.Text;
using YbPay.Bureau.Tests.Hosting;
using YbPay.Center.Tests.Hosting;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Outcomes;
using YbPay.Cryptography;
using YbPay.Storage;

namespace YbPay.Bureau.Tests;

/// <summary>An institution's day on paper: what happened on it and nothing later, the same bytes for ever, each day sealed by the next.</summary>
public sealed class DayStatements
{
    private const string Hospital = TestInstitution.Hospital;
    private static readonly DateOnly First = new(2026, 3, 10);

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_day_lists_what_was_posted_on_it_and_a_later_cancellation_belongs_to_its_own_day(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = Patient.Of(await host.SignInAsync(), 0);
        await patient.RegisterAsync();
        foreach (var batch in new[] { "kept", "gone", "undone" }) await patient.UploadAsync(batch, (batch, SeedItems.ClassA, 200m, 1m));
        var kept = (await patient.SettleAsync("kept", 200m, useAccount: false)).Setlinfo;
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var gone = (await patient.SettleAsync("gone", 200m)).Setlinfo;
        await NextDayAsync(host, patient.At);
        var stored = await FetchAsync(patient.At, First);
        Line(stored.Text, 0).ShouldBe(["STATEMENT", "1", Hospital, "2026-03-10", "null"]);
        Line(stored.Text, 1).ShouldBe(["2026-03-10 09:30:00", "settle", kept.SetlId!, patient.MdtrtId, kept.MedinsSetlId!, "310", "11", "200.00", "55.00", "0.00", "145.00", "0.00"]);
        Line(stored.Text, 2).ShouldBe(["2026-03-10 09:30:01", "settle", gone.SetlId!, patient.MdtrtId, gone.MedinsSetlId!, "310", "11", "200.00", "110.00", "90.00", "0.00", "0.00"]);
        Line(stored.Text, 3).ShouldBe(["TOTAL", "2", "400.00", "165.00", "90.00", "145.00", "0.00"]);
        stored.Digest.ShouldBe(Convert.ToHexStringLower(Sm3.Hash(Encoding.UTF8.GetBytes(stored.Text))));

        await patient.CancelAsync(gone.SetlId!);
        var undone = (await patient.SettleAsync("undone", 200m)).Setlinfo;
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await patient.At.DoAsync("2601", patient.Reversal(undone.MedinsSetlId!, "2207"));
        await NextDayAsync(host, patient.At);
        var second = await FetchAsync(patient.At, First.AddDays(1));
        Line(second.Text, 0)[4].ShouldBe(stored.Digest);
        second.Text.Split('\n').Skip(1).Take(3).Select(line => line.Split('\t')[1]).Order().ShouldBe(["cancel", "reverse", "settle"]);
        Line(second.Text, 4).ShouldBe(["TOTAL", "3", "-200.00", "-110.00", "-90.00", "0.00", "0.00"]);

        (await FetchAsync(patient.At, First)).ShouldBe(stored);
        (await ReadAsync(host, First)).Agrees.ShouldBeTrue();
        await Books.AreCleanAsync(host);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task What_accounts_pay_later_and_get_back_are_lines_of_their_own(string database)
    {
        await using var banked = await BankedBureau.StartAsync(database);
        var host = banked.Core;
        var patient = Patient.Of(await host.SignInAsync(), 0);
        var setlId = await patient.OwesAsync(150m);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await patient.PayByWalletAsync(setlId);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await patient.PayByFamilyAsync(setlId);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await patient.CancelAsync(setlId);
        await banked.WaysBackAsync(2);
        await NextDayAsync(host, patient.At);

        var rows = (await FetchAsync(patient.At, First)).Text.TrimEnd('\n').Split('\n').Select(line => line.Split('\t')).ToList();
        rows.Skip(1).Take(rows.Count - 2).Select(row => (row[1], row[9], row[10])).ShouldBe(
        [
            ("settle", "0.00", "150.00"), ("deduct-wallet", "120.00", "-120.00"), ("deduct-mutual-aid", "30.00", "-30.00"), ("cancel", "0.00", "-150.00"),
            ("return-mutual-aid", "-30.00", "30.00"), ("return-wallet", "-120.00", "120.00"),
        ], ignoreOrder: true);
        rows.Where(row => row[1].Contains('-', StringComparison.Ordinal)).ShouldAllBe(row => row[2] == setlId && row[3] == patient.MdtrtId);
        rows[^1].ShouldBe(["TOTAL", "6", "0.00", "0.00", "0.00", "0.00", "0.00"]);
        (await ReadAsync(host, First)).Agrees.ShouldBeTrue();
        await Books.AreCleanAsync(host);
    }

    [Fact]
    public async Task The_same_day_gives_the_same_bytes_on_both_databases()
    {
        var digests = new List<string>();
        foreach (var database in new[] { BothDatabases.Sqlite, BothDatabases.Postgres })
        {
            await using var host = await BureauHost.StartAsync(database);
            var patient = Patient.Of(await host.SignInAsync(), 0);
            await host.Database.WriteAsync(session => session.ExecuteAsync(
                """
                INSERT INTO settlement (setl_id, mdtrt_id, person_key, institution, chrg_bchno, once_key, msgid, state, insutype, med_type, clr_type, benefit_group, fund_year,
                  deductible_period, mdtrt_cert_type, settled_at, medfee, own_paid, over_limit, first_own_paid, in_scope, deductible, ratio, hifp, cvlserv, hifes, hifmi, hifob, hifdm,
                  maf, oth, fund_sum, hosp_part, person_part, account_paid, cash, account_left, funds)
                SELECT v.column1, 'M' || v.column1, 'P', 'H44010000001', v.column1, v.column1, 'G' || v.column1, 1, '310', '11', '11', 'g', '2026', '2026', '01', 1773106200000,
                  100, 0, 0, 0, 100, 0, 0, 60, 0, 0, 0, 0, 0, 0, 0, 60, 0, 40, 15, 25, 0, '[]'
                FROM (VALUES ('S-1'), ('s2'), ('S_3'), ('SA')) AS v
                """));
            await host.Database.WriteAsync(session => session.ExecuteAsync(
                "INSERT INTO ledger_entries (entry_id, reason, owner_id, institution, lines, posted_at) SELECT 'settled:' || setl_id, 'settlement', setl_id, institution, 0, settled_at FROM settlement"));
            await NextDayAsync(host, patient.At);
            digests.Add((await FetchAsync(patient.At, First)).Digest);
        }

        digests[1].ShouldBe(digests[0]);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Days_are_made_without_gaps_and_a_day_that_is_not_over_is_not_told(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = Patient.Of(await host.SignInAsync(), 0);
        await patient.RegisterAsync();
        await patient.UploadAsync("B1", ("1", SeedItems.ClassA, 200m, 1m));
        await patient.SettleAsync("B1", 200m);
        await patient.At.RefusedAsync("STATEMENT_NOT_READY", "9102", Download(patient.At, First));
        host.Clock.Advance(TimeSpan.FromDays(3));
        await patient.At.SignInAsync();

        var third = await FetchAsync(patient.At, First.AddDays(2));
        Line(third.Text, 1).ShouldBe(["TOTAL", "0", "0.00", "0.00", "0.00", "0.00", "0.00"]);
        (await host.CountAsync("day_statement")).ShouldBe(3);
        Line(third.Text, 0)[4].ShouldBe((await FetchAsync(patient.At, First.AddDays(1))).Digest);
        await patient.At.RefusedAsync("STATEMENT_NONE", "9102", Download(patient.At, First.AddDays(-1)));
        var clinic = await host.SignInAsync(TestInstitution.Clinic);
        await clinic.RefusedAsync("STATEMENT_NONE", "9102", Download(clinic, First));
        await patient.At.RefusedAsync("FILE_UNKNOWN", "9102", new DownloadFileRequest { FsDownloadIn = new() { FileQuryNo = "STMT20261345", Filename = "x", FixmedinsCode = Hospital } });
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_day_with_a_statement_takes_no_more_entries_and_statements_cannot_be_changed(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = Patient.Of(await host.SignInAsync(), 0);
        await patient.RegisterAsync();
        await patient.UploadAsync("B1", ("1", SeedItems.ClassA, 200m, 1m));
        await patient.SettleAsync("B1", 200m);
        await NextDayAsync(host, patient.At);
        await FetchAsync(patient.At, First);
        const string Late = "INSERT INTO ledger_entries (entry_id, reason, owner_id, institution, lines, posted_at) VALUES ('late', 'settlement', 'x', 'H44010000001', 0, 1773106200000)";
        (await Should.ThrowAsync<System.Data.Common.DbException>(() => host.Database.WriteAsync(session => session.ExecuteAsync(Late)))).Message.ShouldContain("takes no more entries");
        foreach (var change in new[] { "UPDATE day_statement SET cash = 0", "DELETE FROM day_statement" })
            await Should.ThrowAsync<System.Data.Common.DbException>(() => host.Database.WriteAsync(session => session.ExecuteAsync(change)));
        await host.Database.WriteAsync(session => session.ExecuteAsync(Late.Replace("H44010000001", "H44010000002", StringComparison.Ordinal)));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_ledger_that_was_changed_no_longer_gives_the_stored_statement(string database)
    {
        await using var host = await BureauHost.StartAsync(database, options => options.InternalToken = "operators");
        var patient = Patient.Of(await host.SignInAsync(), 0);
        await patient.RegisterAsync();
        await patient.UploadAsync("B1", ("1", SeedItems.ClassA, 200m, 1m));
        await patient.SettleAsync("B1", 200m);
        await NextDayAsync(host, patient.At);
        var stored = await FetchAsync(patient.At, First);
        (await OverHttpAsync(host, "2026-03-10")).ShouldBe((HttpStatusCode.OK, stored.Digest, "true"));
        (await OverHttpAsync(host, "2026-03-11")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await OverHttpAsync(host, "today")).Status.ShouldBe(HttpStatusCode.Conflict);

        await Books.TamperAsync(host, "DELETE FROM ledger_postings");
        await Books.TamperAsync(host, "DELETE FROM ledger_entries");
        var read = await ReadAsync(host, First);
        read.Agrees.ShouldBeFalse();
        read.Digest.ShouldBe(stored.Digest);
        (await OverHttpAsync(host, "2026-03-10")).ShouldBe((HttpStatusCode.OK, stored.Digest, "false"));
        (await Books.CheckAsync(host)).Claims.Single(claim => claim.Name == "statements of days agree with the ledger").Breaches.ShouldBe(["H44010000001 2026-03-10"]);
    }

    private static async Task<BureauStatement> ReadAsync(BureauHost host, DateOnly day) =>
        (await BureauStatements.ReadAsync(host.Place, Hospital, day, host.Clock.GetUtcNow(), CancellationToken.None)).Match(statement => statement, why => throw new InvalidOperationException(why.Name));

    private static async Task<(HttpStatusCode Status, string? Digest, string? Agrees)> OverHttpAsync(BureauHost host, string day)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/internal/statements/{Hospital}/{day}", UriKind.Relative));
        request.Headers.Add("X-Internal-Token", "operators");
        using var answer = await host.Http.SendAsync(request);
        return (answer.StatusCode, Header("X-Statement-Digest"), Header("X-Statement-Agrees"));

        string? Header(string name) => answer.Headers.TryGetValues(name, out var values) ? values.Single() : null;
    }

    private static async Task NextDayAsync(BureauHost host, TestInstitution at)
    {
        host.Clock.Advance(TimeSpan.FromDays(1));
        await at.SignInAsync();
    }

    private static DownloadFileRequest Download(TestInstitution at, DateOnly day) =>
        new() { FsDownloadIn = new() { FileQuryNo = $"STMT{day:yyyyMMdd}", Filename = "statement.zip", FixmedinsCode = at.Code } };

    private static async Task<(string Text, string Digest)> FetchAsync(TestInstitution at, DateOnly day)
    {
        var reply = await at.AskAsync<DownloadFileRequest, DownloadFileReply>("9102", Download(at, day));
        using var zip = new ZipArchive(new MemoryStream(Convert.FromBase64String(reply.Out)));
        var entry = zip.Entries.Single();
        entry.Name.ShouldStartWith($"{at.Code}-{day:yyyy-MM-dd}.");
        using var text = new StreamReader(entry.Open(), new UTF8Encoding(false));
        return (await text.ReadToEndAsync(), entry.Name.Split('.')[1]);
    }

    private static string[] Line(string text, int number) => text.Split('\n')[number].Split('\t');
}
