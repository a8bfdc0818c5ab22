using YbPay.Center.Tests.Hosting;
using YbPay.Contracts.Huimin;
using YbPay.Huimin.Tests.Discharge;
using YbPay.Huimin.Tests.Hosting;
using YbPay.Storage;

namespace YbPay.Huimin.Tests.Payments;

/// <summary>Whatever is changed behind the platform's back is found and named; what was done in order is not.</summary>
public sealed class BooksNameEachBreak
{
    private const string Balance = "the platform's entries balance";
    private const string Owners = "the platform's entries belong to payments and discharges";
    private const string Payments = "credit payments agree with their entries";
    private const string Discharges = "discharges agree with their entries";
    private const string Refunds = "what payments hold and gave back is what refunds say";
    private const string Legs = "payments, refunds and enrolments agree with their legs";
    private const string Twice = "nothing was paid, settled or given back twice";
    private const string Deposits = "discharges agree with deposits, refunds and legs";
    private const string Chain = "the platform's audit chain is whole";
    private const string Statements = "day statements hold their days' orders";
    private const string Bank = "the credit bank's statement agrees";
    private const string Insurer = "the insurer's settlements agree";

    /// <summary>PAID is a payment with a coupon, partly refunded (BACK); CLAIM one with an insurer; STAY a discharge of DEPO1 and DEPO2, of which DEPO2 went back (SURP).</summary>
    public static TheoryData<string, string, string[]> Changes { get; } = Table(
        ("UPDATE ledger_postings SET amount = amount + 1 WHERE owner_id = 'PAID' AND account = 'credit' AND amount > 0", [Balance, Payments]),
        ("UPDATE ledger_postings SET account = 'hospital' WHERE owner_id = 'PAID' AND account = 'deposits'", [Payments]),
        ("UPDATE ledger_postings SET account = 'credit' WHERE owner_id = 'PAID' AND account = 'discount' AND amount > 0", [Payments]),
        ("UPDATE ledger_postings SET account = 'insurer:OTHER' WHERE owner_id = 'CLAIM' AND account = 'deposits'", [Payments]),
        ("DELETE FROM ledger_postings WHERE owner_id = 'STAY'", [Balance, Discharges]),
        ("UPDATE ledger_postings SET account = 'credit' WHERE owner_id = 'STAY' AND account = 'deposits'", [Discharges]),
        ("INSERT INTO ledger_entries (entry_id, reason, owner_id, institution, lines, posted_at) VALUES ('paid:NOBODY:L', 'credit payment', 'NOBODY', '', 0, 0)", [Owners]),
        ("UPDATE payments SET psn_amt = psn_amt + 1, amt = amt + 1 WHERE query_id = 'PAID'", [Payments, Legs]),
        ("UPDATE payments SET discount = discount - 1 WHERE query_id = 'PAID'", [Payments]),
        ("UPDATE payments SET insured = insured - 1, psn_amt = psn_amt + 1 WHERE query_id = 'CLAIM'", [Payments, Legs]),
        ("UPDATE payments SET state = 300 WHERE query_id = 'CLAIM'", [Payments, Legs]),
        ("UPDATE payments SET order_type = '1' WHERE query_id = 'PAID'", [Payments]),
        ("UPDATE payments SET held = held + 1 WHERE query_id = 'PAID'", [Refunds]),
        ("UPDATE payments SET refunded = refunded - 1 WHERE query_id = 'PAID'", [Payments, Refunds]),
        ("UPDATE refunds SET amount = amount - 1 WHERE query_id = 'BACK'", [Refunds, Legs]),
        ("UPDATE refunds SET state = 13 WHERE query_id = 'BACK'", [Refunds, Legs]),
        ("DELETE FROM refunds WHERE query_id = 'BACK'", [Refunds, Legs]),
        ("UPDATE legs SET state = 2 WHERE owner_id = 'PAID'", [Legs]),
        ("UPDATE legs SET amount = amount + 1 WHERE owner_id = 'BACK'", [Legs]),
        ("UPDATE legs SET kind = 'credit.refund' WHERE kind = 'credit.agree'", [Legs]),
        ("UPDATE enrolments SET sign_leg = 'gone'", [Legs]),
        ("INSERT INTO legs (leg_id, owner_id, kind, state, amount, created_at, updated_at) SELECT 'LG2', owner_id, kind, 1, amount, created_at, updated_at FROM legs WHERE owner_id = 'PAID'", [Legs, Twice]),
        ("UPDATE discharge_deposits SET refund = refund - 1 WHERE payment_id = 'DEPO2'", [Discharges, Deposits]),
        ("UPDATE payments SET consumed = consumed - 1 WHERE query_id = 'DEPO1'", [Deposits]),
        ("UPDATE payments SET discharge_id = NULL WHERE query_id = 'DEPO1'", [Deposits]),
        ("UPDATE discharges SET state = 330 WHERE query_id = 'STAY'", [Discharges, Deposits]),
        ("UPDATE discharges SET insured = insured + 1, non_credit = non_credit - 1 WHERE query_id = 'STAY'", [Discharges]),
        ("UPDATE discharges SET settle_amt = settle_amt + 1 WHERE query_id = 'STAY'", [Deposits]),
        ("UPDATE legs SET state = 2 WHERE kind = 'discharge.insurer'", [Deposits]),
        ("UPDATE refunds SET discharge_id = 'DSNONE' WHERE query_id = 'SURP'", [Deposits]),
        ("UPDATE audit SET detail = 'other' WHERE audit_id = 1", [Chain]));

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_behind_the_platforms_back_breaks_these_claims(string database, string change, string[] claims)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var token = await host.First.EnrolAsync(TestPatient.Rich, "V0001", "02");
        var paid = (await host.First.PaidAsync(token, 60_000)).QueryId;
        var back = (await host.First.RefundAsync(paid, 7_001)).Done<CreditRefundReply>().QueryId;
        var third = await host.First.EnrolAsync(TestPatient.Third, "V0003", "03");
        var claim = (await host.First.PaidAsync(third, 10_000, claim: new() { TreatmentSerialNo = "V0003", SetlId = "JS0001" })).QueryId;
        var stay = await Stay.BeginAsync(host.First, 160_000, 50_000);
        var (_, settlement) = await stay.TryAsync(StayBill.Usual);
        var discharge = (await stay.SettleAsync(settlement)).QueryId!;
        var surplus = await host.Database.ReadAsync(session => session.FirstOrDefaultAsync<string>("SELECT query_id FROM refunds WHERE discharge_id IS NOT NULL"));
        await Books.BalanceAsync(host);
        await Eventually.HoldsAsync(async () => await host.NumberAsync("SELECT COUNT(*) FROM audit WHERE position IS NULL") == 0, "the chain is sealed");

        await TamperAsync(host, change.Replace("PAID'", paid + "'", StringComparison.Ordinal).Replace("BACK", back, StringComparison.Ordinal).Replace("CLAIM'", claim + "'", StringComparison.Ordinal)
            .Replace("STAY", discharge, StringComparison.Ordinal).Replace("DEPO1", stay.Numbers[0], StringComparison.Ordinal).Replace("DEPO2", stay.Numbers[1], StringComparison.Ordinal)
            .Replace("SURP", surplus, StringComparison.Ordinal));
        var broken = (await PlatformBooks.CheckAloneAsync(host.Services)).Claims.Where(one => one.Breaches.Count > 0).ToList();
        broken.Select(one => one.Name).ShouldBe(claims, ignoreOrder: true);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task What_bank_or_insurer_have_otherwise_is_named(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var token = await host.First.EnrolAsync(TestPatient.Third, "V0003", "03");
        var paid = await host.First.PaidAsync(token, 10_000, claim: new() { TreatmentSerialNo = "V0003", SetlId = "JS0001" });
        await host.First.RefundAsync(paid.QueryId, 1_000);
        (await Books.CheckAsync(host)).IsClean.ShouldBeTrue();

        var legs = (await host.Database.ReadAsync(session => session.QueryAsync<(string Kind, string LegId)>("SELECT kind, leg_id FROM legs"))).ToDictionary(leg => leg.Kind, leg => leg.LegId);
        await TamperAsync(host, "UPDATE legs SET amount = amount - 1 WHERE kind = 'credit.pay'");
        (await BreachesAsync(host, Bank)).ShouldBe([$"amount: {legs["credit.pay"]} is 4999 here and 5000 there"]);
        await TamperAsync(host, "UPDATE legs SET amount = amount + 1 WHERE kind = 'credit.pay'");
        await TamperAsync(host, "UPDATE legs SET leg_id = 'LGother' WHERE kind = 'credit.refund'");
        (await BreachesAsync(host, Bank)).ShouldBe(["missing there: LGother, -1000 fen", $"missing here: {legs["credit.refund"]}, -1000 fen"], ignoreOrder: true);
        await TamperAsync(host, $"UPDATE legs SET leg_id = '{legs["credit.refund"]}', state = 2 WHERE kind = 'credit.refund'");
        (await BreachesAsync(host, Bank)).ShouldBe([$"missing here: {legs["credit.refund"]}, -1000 fen"]);
        (await BreachesAsync(host, Insurer)).ShouldBeEmpty();
        await TamperAsync(host, "UPDATE ledger_postings SET amount = amount - 1 WHERE account LIKE 'insurer:%'");
        (await BreachesAsync(host, Insurer)).ShouldBe([$"amount: {legs["payment.insurer"]} is 4999 here and 5000 there"]);
        await TamperAsync(host, "UPDATE legs SET leg_id = 'LGelse' WHERE kind = 'payment.insurer'");
        (await BreachesAsync(host, Insurer)).ShouldBe(["missing there: LGelse"]);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_statement_that_lacks_an_order_or_was_changed_is_named(string database)
    {
        await using var host = await HuiminHost.StartAsync(database, at: new(new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.FromHours(8))));
        var token = await host.First.EnrolAsync(TestPatient.Rich, "V0001");
        var (one, two) = (await host.First.PaidAsync(token, 100), await host.First.PaidAsync(token, 200));
        host.Clock.Advance(TimeSpan.FromHours(27));
        (await host.First.SendAsync("HOS00013", new QueryStatementRequest { SettleDate = "20261120", HospitalId = host.First.HospitalId, CityCode = host.First.CityCode })).RtCode.ShouldBe("0000");
        (await BreachesAsync(host, Statements)).ShouldBeEmpty();
        var late = host.Clock.GetUtcNow().AddHours(-26).ToUnixTimeMilliseconds();
        await TamperAsync(host, $"UPDATE payments SET query_id = 'CPother', paid_at = {late} WHERE query_id = '{two.QueryId}'");
        (await BreachesAsync(host, Statements)).ShouldBe([$"missing in {host.First.HospitalId} 20261120: CPother", $"too much in {host.First.HospitalId} 20261120: {two.QueryId}"]);
        await TamperAsync(host, "UPDATE statements SET digest = 'other'");
        (await BreachesAsync(host, Statements)).ShouldBe([$"{host.First.HospitalId} 20261120: not what it was when it was made"]);
        one.OrderStatus.ShouldBe("02");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Only_an_operator_gets_the_report_and_a_bank_that_is_silent_is_no_breach(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(host.Address, "/internal/books"));
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        await using var cut = await host.StartAnotherAsync(options => options.CreditBank.BaseUrl = "http://127.0.0.1:9");
        var report = await Books.CheckAsync(cut);
        (report.IsSound, report.IsClean).ShouldBe((true, false));
        report.Claims.Single(claim => claim.Skipped is not null).Name.ShouldBe(Bank);
    }

    private static async Task<IReadOnlyList<string>> BreachesAsync(HuiminHost host, string name) => (await Books.CheckAsync(host)).Claims.Single(claim => claim.Name == name).Breaches;

    /// <summary>Changes the books as no program of ours can: the guards go first.</summary>
    private static Task TamperAsync(HuiminHost host, string sql) => host.Database.WriteAsync(async session =>
    {
        foreach (var table in new[] { "ledger_entries", "ledger_postings", "audit" })
            if (session.Dialect == Dialect.Postgres) await session.ExecuteAsync($"ALTER TABLE {table} DISABLE TRIGGER ALL");
            else foreach (var guard in new[] { "stay", "keep" }) await session.ExecuteAsync($"DROP TRIGGER IF EXISTS {table}_{guard}");
        await session.ExecuteAsync(sql);
    });

    private static TheoryData<string, string, string[]> Table(params (string Change, string[] Claims)[] rows)
    {
        var table = new TheoryData<string, string, string[]>();
        foreach (var database in (string[])[BothDatabases.Sqlite, BothDatabases.Postgres])
            foreach (var (change, claims) in rows)
                table.Add(database, change, claims);
        return table;
    }
}
