using System.Globalization;
using YbPay.Bureau.Tests.Hosting;
using YbPay.Contracts;
using YbPay.Contracts.Fsi;

namespace YbPay.Bureau.Tests;

/// <summary>
/// Under policies drawn at random, people settle, cancel and reverse at two institutions, and several of these at once of the same settlement. Whatever came first, the six
/// equations hold of every answer, no money came from nowhere or went there, and the books are clean, each day's statement included. A failure names its seed.
/// </summary>
public sealed class RandomPoliciesAndInterleavings
{
    private const int Days = 2;
    private const int PatientsADay = 6;
    private static readonly string[] Codes = [.. BureauSeed.Default.Items.Select(item => item.Code)];

    /// <summary>What may be refused when several act on one settlement; anything else, and any answer without an envelope, is a failure.</summary>
    private static readonly string[] Expected = ["NOT_SETTLED", "SETTLED", "BALANCE_SHORT", "AMOUNT_DIFFERS", "LINES_MISSING"];

    public static TheoryData<string, int> Seeds { get; } = Draw();

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Equations_money_and_books_hold(string database, int seed)
    {
        var random = new Random(seed);
        var policy = RandomPolicy.Draw(random);
        await using var host = await BureauHost.StartAsync(database, options => options.Policy = policy);
        TestInstitution[] institutions = [await host.SignInAsync(), await host.SignInAsync(TestInstitution.Clinic)];
        for (var day = 0; day < Days; day++)
        {
            var seeds = Enumerable.Range(0, PatientsADay).Select(_ => random.Next()).ToList();
            await Task.WhenAll(seeds.Select((own, i) => LiveAsync(Patient.Of(institutions[i % 2], i % 5), new Random(own))));
            await MoneyIsConservedAsync(host);
            await Books.AreCleanAsync(host);
            host.Clock.Advance(TimeSpan.FromHours(23.5));
            foreach (var institution in institutions) await institution.SignInAsync();
        }

        await StatementsTellTheSameAsync(host);
        await Books.AreCleanAsync(host);
    }

    private static async Task LiveAsync(Patient patient, Random random)
    {
        var stay = random.Next(4) == 0;
        if (stay) await Stay.AdmitAsync(patient);
        else await patient.RegisterAsync();
        for (var bill = 0; bill < (stay ? 1 : 3); bill++)
        {
            var (batch, msgid, useAccount) = ($"B{bill}", patient.At.NextMsgid(), random.Next(3) > 0);
            var lines = Enumerable.Range(0, random.Next(1, 6)).Select(i => ($"{bill}-{i}", Codes[random.Next(Codes.Length)], random.Next(1, 200_000) / 100m)).ToArray();
            var total = lines.Sum(line => line.Item3);
            var setlId = stay ? await SettleStayAsync(patient, lines, total, msgid) : await SettleAsync(patient, batch, lines, total, useAccount, msgid);
            await Task.WhenAll(Enumerable.Range(0, random.Next(4)).Select(_ => TakeBackAsync(patient, stay, setlId, msgid, random.Next(3))));
            if (!stay && random.Next(3) == 0) await TriedAsync(patient, "2207", patient.Settlement(batch, total, useAccount));
        }
    }

    private static async Task<string> SettleAsync(Patient patient, string batch, (string, string, decimal)[] lines, decimal total, bool useAccount, string msgid)
    {
        await patient.UploadAsync(batch, [.. lines.Select(line => (line.Item1, line.Item2, line.Item3, 1m))]);
        var settled = await patient.SettleAsync(batch, total, useAccount, msgid);
        SixEquations.Hold(settled.Setlinfo, settled.Setldetail, total);
        return settled.Setlinfo.SetlId!;
    }

    private static async Task<string> SettleStayAsync(Patient patient, (string, string, decimal)[] lines, decimal total, string msgid)
    {
        await Stay.UploadAsync(patient, lines);
        var settled = await patient.At.AskAsync<SettleInpatientRequest, SettleInpatientReply>("2304", Stay.Settlement(patient, total, middle: false), msgid);
        SixEquations.Hold(settled.Setlinfo, settled.Setldetail, total);
        return settled.Setlinfo.SetlId!;
    }

    /// <summary>Cancels and perhaps takes that back, or reverses; others may do the same at the same moment.</summary>
    private static async Task TakeBackAsync(Patient patient, bool stay, string setlId, string msgid, int how)
    {
        if (how == 0)
        {
            await TriedAsync(patient, "2601", patient.Reversal(msgid, stay ? "2304" : "2207"));
            return;
        }

        var cancelId = patient.At.NextMsgid();
        var done = stay
            ? await TriedAsync(patient, "2305", new CancelInpatientSettlementRequest { Data = new() { SetlId = setlId, MdtrtId = patient.MdtrtId, PsnNo = patient.PsnNo } }, cancelId)
            : await TriedAsync(patient, "2208", patient.Cancellation(setlId), cancelId);
        if (done && how == 2) await TriedAsync(patient, "2601", patient.Reversal(cancelId, stay ? "2305" : "2208"));
    }

    private static async Task<bool> TriedAsync<T>(Patient patient, string infno, T request, string? msgid = null)
        where T : Contract
    {
        var reply = await patient.At.SendAsync(infno, request, msgid);
        if (reply.Infcode != 0) Expected.ShouldContain(reply.ErrMsg!.Split(']')[0][1..], $"{infno}: {reply.ErrMsg}");
        return reply.Infcode == 0;
    }

    /// <summary>Every fen of a settlement in force came from a fund, an account or a pocket, and stands with the institution; every account lost what it paid.</summary>
    private static async Task MoneyIsConservedAsync(BureauHost host)
    {
        var opened = BureauSeed.Default.Persons.Sum(person => person.Insurances.Sum(insurance => insurance.AccountBalance));
        var (fund, account, cash, bill) = await host.Database.ReadAsync(session => session.FirstOrDefaultAsync<(long, long, long, long)>(
            """
            SELECT CAST(COALESCE(SUM(fund_sum), 0) AS BIGINT), CAST(COALESCE(SUM(account_paid), 0) AS BIGINT), CAST(COALESCE(SUM(cash), 0) AS BIGINT), CAST(COALESCE(SUM(medfee), 0) AS BIGINT)
            FROM settlement WHERE state = 1
            """));
        (fund + account + cash).ShouldBe(bill);
        (await SumAsync(host, "SELECT SUM(account_balance) FROM insurance")).ShouldBe(opened - account);
        (await LedgerAsync(host, "fund:%")).ShouldBe(fund);
        (await LedgerAsync(host, "personal:%")).ShouldBe(account - opened);
        (await LedgerAsync(host, "bank-settlement")).ShouldBe(account);
        (await LedgerAsync(host, "institution:%")).ShouldBe(-fund - account);
        (await LedgerAsync(host, "cash:%")).ShouldBe(cash);
        (await LedgerAsync(host, "%")).ShouldBe(0);
        (await host.CountAsync("insurance WHERE account_balance < 0")).ShouldBe(0);
    }

    /// <summary>The days' statements together come to what the bureau owes.</summary>
    private static async Task StatementsTellTheSameAsync(BureauHost host)
    {
        foreach (var code in new[] { TestInstitution.Hospital, TestInstitution.Clinic })
            for (var day = 0; day < Days; day++)
            {
                var outcome = await BureauStatements.ReadAsync(host.Place, code, new DateOnly(2026, 3, 10).AddDays(day), host.Clock.GetUtcNow(), CancellationToken.None);
                outcome.Match(statement => statement.Agrees, why => throw new InvalidOperationException(why.Name)).ShouldBeTrue();
            }

        (await SumAsync(host, "SELECT SUM(fund_sum + account_paid) FROM day_statement")).ShouldBe(-await LedgerAsync(host, "institution:%"));
        (await SumAsync(host, "SELECT SUM(cash) FROM day_statement")).ShouldBe(await LedgerAsync(host, "cash:%"));
    }

    private static Task<long> LedgerAsync(BureauHost host, string accounts) =>
        host.Database.ReadAsync(session => session.FirstOrDefaultAsync<long>("SELECT CAST(COALESCE(SUM(amount), 0) AS BIGINT) FROM ledger_postings WHERE account LIKE @accounts", new { accounts }));

    private static Task<long> SumAsync(BureauHost host, string sum) => host.Database.ReadAsync(session => session.FirstOrDefaultAsync<long>($"SELECT CAST(COALESCE(({sum}), 0) AS BIGINT)"));

    /// <summary>YBPAY_SEED runs one seed again.</summary>
    private static TheoryData<string, int> Draw()
    {
        var seeds = Environment.GetEnvironmentVariable("YBPAY_SEED") is { Length: > 0 } told
            ? [int.Parse(told, CultureInfo.InvariantCulture)]
            : Enumerable.Range(0, 4).Select(_ => Random.Shared.Next()).ToArray();
        var table = new TheoryData<string, int>();
        foreach (var seed in seeds)
        foreach (var database in new[] { BothDatabases.Sqlite, BothDatabases.Postgres }) table.Add(database, seed);
        return table;
    }
}
