using System.Net;
using System.Net.Http.Json;
using YbPay.Bureau.Tests.Hosting;
using YbPay.Center.Tests.Hosting;
using YbPay.Storage.Ledger;

namespace YbPay.Bureau.Tests;

/// <summary>Whatever is changed behind the core's back is found and named; what was done in order is not.</summary>
public sealed class BooksNameEachBreach
{
    private const string Balance = "the core's entries balance";
    private const string Entries = "the core's settlements have their entries and no others";
    private const string Amounts = "the core's settlements agree with their entries";
    private const string Mirrors = "the core's cancellations mirror what they cancel";
    private const string Lines = "the core's settlements own the lines that they settled";
    private const string Accounts = "accounts hold what the ledger says";
    private const string Banks = "banks hold what accounts hold";
    private const string Movements = "account movements come to the balances";
    private const string Held = "what accounts hold back is frozen or on its way";
    private const string Legs = "legs at the bank agree with movements and entries";
    private const string Paydowns = "what is paid down of cash is what deductions took";
    private const string Accumulators = "accumulators agree with settlements in force";

    /// <summary>SETL stands for a settlement in force, GONE for a cancelled one, BACK for its cancellation; the claims that break.</summary>
    public static TheoryData<string, string, string[]> Changes { get; } = Table(
        ("UPDATE ledger_postings SET amount = amount + 1 WHERE owner_id = 'SETL' AND account = 'fund:hifp'", [Balance, Amounts]),
        ("UPDATE ledger_postings SET account = 'fund:oth' WHERE owner_id = 'SETL' AND account = 'fund:hifp'", [Amounts]),
        ("UPDATE ledger_postings SET account = 'share:H44010000001' WHERE owner_id = 'SETL' AND account LIKE 'cash:%'", [Amounts]),
        ("UPDATE ledger_postings SET account = 'personal:nobody:310' WHERE owner_id = 'SETL' AND account LIKE 'personal:%'", [Accounts]),
        ("DELETE FROM ledger_postings WHERE owner_id = 'SETL'", [Balance, Amounts, Accounts]),
        ("UPDATE ledger_postings SET account = 'bank:wallet' WHERE owner_id = 'SETL' AND account = 'bank:personal'", [Banks]),
        ("UPDATE ledger_entries SET reason = 'top-up' WHERE owner_id = 'SETL'", [Entries, Legs]),
        ("INSERT INTO ledger_entries (entry_id, reason, owner_id, institution, lines, posted_at) VALUES ('settled:NONE', 'settlement', 'NONE', '', 0, 0)", [Entries]),
        ("INSERT INTO ledger_entries (entry_id, reason, owner_id, institution, lines, posted_at) VALUES ('reversed:SETL', 'settlement reversed', 'SETL', '', 0, 0)", [Entries]),
        ("UPDATE settlement SET state = 4 WHERE setl_id = 'SETL'", [Entries, Amounts, Lines, Accumulators]),
        ("UPDATE settlement SET hifp = hifp - 1, oth = oth + 1 WHERE setl_id = 'SETL'", [Amounts, Accumulators]),
        ("UPDATE settlement SET cash = cash - 1, account_paid = account_paid + 1 WHERE setl_id = 'SETL'", [Amounts]),
        ("UPDATE settlement SET state = 1 WHERE setl_id = 'GONE'", [Mirrors, Lines, Accumulators]),
        ("UPDATE settlement SET state = 4 WHERE setl_id = 'BACK'", [Entries, Amounts, Mirrors]),
        ("UPDATE settlement SET origin_setl_id = 'SETL' WHERE setl_id = 'BACK'", [Mirrors]),
        ("UPDATE fee_line SET setl_id = NULL WHERE setl_id = 'SETL'", [Lines]),
        ("UPDATE fee_line SET setl_id = 'GONE' WHERE setl_id IS NULL", [Lines]),
        ("UPDATE insurance SET account_balance = account_balance + 1", [Accounts, Movements]),
        ("DELETE FROM insurance WHERE account_balance > 0", [Accounts, Movements]),
        ("UPDATE insurance SET account_frozen = 1 WHERE account_balance > 0", [Held]),
        ("UPDATE accumulator SET fund = fund + 1", [Accumulators]),
        ("UPDATE accumulator SET shared = shared + 1", [Accumulators]),
        ("UPDATE accumulator SET deductible = deductible + 1", [Accumulators]),
        ("DELETE FROM accumulator", [Accumulators]));

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_behind_the_cores_back_breaks_these_claims(string database, string change, string[] claims)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = Patient.Of(await host.SignInAsync(), 0);
        await patient.RegisterAsync();
        foreach (var batch in new[] { "kept", "gone" }) await patient.UploadAsync(batch, (batch, SeedItems.ClassA, 2000m, 1m));
        var gone = (await patient.SettleAsync("gone", 2000m, useAccount: false)).Setlinfo.SetlId!;
        await patient.CancelAsync(gone);
        var kept = (await patient.SettleAsync("kept", 2000m)).Setlinfo.SetlId!;
        var back = await host.Database.ReadAsync(session => session.FirstOrDefaultAsync<string>("SELECT setl_id FROM settlement WHERE state = 3"));
        await Books.AreCleanAsync(host);

        await Books.TamperAsync(host, change.Replace("SETL'", kept + "'", StringComparison.Ordinal).Replace("GONE", gone, StringComparison.Ordinal).Replace("BACK", back, StringComparison.Ordinal));

        var broken = (await Books.CheckAsync(host)).Claims.Where(claim => claim.Breaches.Count > 0).ToList();
        broken.Select(claim => claim.Name).ShouldBe(claims, ignoreOrder: true);
        if (change.Contains("SETL'", StringComparison.Ordinal) && broken.Any(claim => claim.Name == Amounts)) broken.Single(claim => claim.Name == Amounts).Breaches.ShouldBe([kept]);
    }

    /// <summary>SETL is paid down by wallet and family; what the wallet paid for BACK went back to it.</summary>
    public static TheoryData<string, string, string[]> AccountChanges { get; } = Table(
        ("UPDATE account SET balance = balance + 1 WHERE kind = 2", [Accounts, Movements]),
        ("UPDATE account SET held = 1 WHERE kind = 2 AND balance > 0", [Held]),
        ("UPDATE deduction_part SET amount = amount - 1 WHERE setl_id = 'SETL'", [Legs, Paydowns]),
        ("UPDATE deduction_part SET state = 5 WHERE setl_id = 'SETL'", [Legs, Paydowns]),
        ("UPDATE deduction_part SET state = 2 WHERE setl_id = 'BACK'", [Legs]),
        ("UPDATE legs SET state = 2 WHERE owner_id = 'SETL'", [Legs]),
        ("UPDATE legs SET amount = amount + 1 WHERE owner_id = 'BACK' AND kind = 'account.give-back'", [Legs]),
        ("UPDATE ledger_entries SET reason = 'top-up' WHERE reason = 'account deduction given back'", [Legs]),
        ("UPDATE ledger_entries SET owner_id = 'nobody' WHERE reason = 'account deduction given back'", [Legs]),
        ("UPDATE paydown SET owed = owed + 1 WHERE setl_id = 'SETL'", [Paydowns]),
        ("UPDATE deduction SET state = 3 WHERE setl_id = 'SETL'", [Paydowns]),
        ("DELETE FROM paydown WHERE setl_id = 'SETL'", [Paydowns]));

    [Theory]
    [MemberData(nameof(AccountChanges))]
    public async Task A_change_of_accounts_behind_the_cores_back_breaks_these_claims(string database, string change, string[] claims)
    {
        await using var banked = await BankedBureau.StartAsync(database);
        var host = banked.Core;
        var patient = Patient.Of(await host.SignInAsync(), 0);
        var back = await patient.OwesAsync(50m);
        await patient.PayByWalletAsync(back);
        await patient.CancelAsync(back);
        await banked.WaysBackAsync(1);
        var paid = await patient.OwesAsync(150m, "B2");
        await patient.PayByWalletAsync(paid);
        await patient.PayByFamilyAsync(paid);
        await Books.AreCleanAsync(host);

        await Books.TamperAsync(host, change.Replace("SETL", paid, StringComparison.Ordinal).Replace("BACK", back, StringComparison.Ordinal));
        (await Books.CheckAsync(host)).Claims.Where(claim => claim.Breaches.Count > 0).Select(claim => claim.Name).ShouldBe(claims, ignoreOrder: true);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task An_operator_with_the_token_gets_the_report_and_nobody_else_learns_that_there_is_one(string database)
    {
        await using var host = await BureauHost.StartAsync(database, options => options.InternalToken = "only-for-operators");
        (await AskAsync(host, null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await AskAsync(host, "only-for-Operators")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var answer = await AskAsync(host, "only-for-operators");
        var report = (await answer.Content.ReadFromJsonAsync(BooksJson.Default.BooksReport)).ShouldNotBeNull();
        report.IsClean.ShouldBeTrue();
        report.Claims.Select(claim => claim.Name).ShouldBe((await Books.CheckAsync(host)).Claims.Select(claim => claim.Name));

        await using var closed = await BureauHost.StartAsync(database);
        (await AskAsync(closed, "")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<HttpResponseMessage> AskAsync(BureauHost host, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/internal/books", UriKind.Relative));
        if (token is not null) request.Headers.TryAddWithoutValidation("X-Internal-Token", token);
        return await host.Http.SendAsync(request);
    }

    private static TheoryData<string, string, string[]> Table(params (string Change, string[] Claims)[] rows)
    {
        var table = new TheoryData<string, string, string[]>();
        foreach (var row in rows)
        {
            table.Add(BothDatabases.Sqlite, row.Change, row.Claims);
            table.Add(BothDatabases.Postgres, row.Change, row.Claims);
        }

        return table;
    }
}
