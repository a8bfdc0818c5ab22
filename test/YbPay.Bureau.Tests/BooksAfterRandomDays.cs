using System.Globalization;
using YbPay.Bureau.Tests.Hosting;
using YbPay.Contracts.Fsi;

namespace YbPay.Bureau.Tests;

/// <summary>Random visits of several patients at once, with cancellations and reversals; afterwards every book agrees with every other.</summary>
public sealed class BooksAfterRandomDays
{
    private static readonly string[] Codes = [.. BureauSeed.Default.Items.Select(item => item.Code)];

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Balances_accumulators_lines_and_settlements_agree(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var hospital = await host.SignInAsync();
        var clinic = await host.SignInAsync(TestInstitution.Clinic);
        var seed = Environment.TickCount;
        var patients = BureauSeed.Default.Persons.SelectMany((_, i) => new[] { (hospital, i), (clinic, i) }).ToList();
        try
        {
            await Task.WhenAll(patients.Select((p, n) => LiveAsync(Patient.Of(p.Item1, p.i), new Random(seed + n))));
            await CheckAsync(host);
            await Books.AreCleanAsync(host);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Seed {seed}"), failure);
        }
    }

    private static async Task LiveAsync(Patient patient, Random random)
    {
        await patient.RegisterAsync();
        for (var bill = 0; bill < 6; bill++)
        {
            var batch = $"B{bill}";
            var request = patient.Fees(batch, [.. Enumerable.Range(0, random.Next(1, 6)).Select(i => ($"{bill}-{i}", Codes[random.Next(Codes.Length)], random.Next(1, 90_000) / 100m, (decimal)random.Next(1, 5)))]);
            await patient.At.AskAsync<UploadOutpatientFeesRequest, UploadOutpatientFeesReply>("2204", request);
            var msgid = patient.At.NextMsgid();
            var settled = await patient.SettleAsync(batch, request.Feedetail.Sum(line => line.DetItemFeeSumamt), random.Next(3) > 0, msgid);
            SixEquations.Hold(settled.Setlinfo, settled.Setldetail, request.Feedetail.Sum(line => line.DetItemFeeSumamt));
            switch (random.Next(4))
            {
                case 0:
                    await patient.CancelAsync(settled.Setlinfo.SetlId!);
                    break;
                case 1:
                    await patient.At.DoAsync("2601", patient.Reversal(msgid, "2207"));
                    break;
                default:
                    break;
            }
        }
    }

    private static async Task CheckAsync(BureauHost host)
    {
        const string InForce = "settlement WHERE state = 1";
        const string TakenBack = "settlement WHERE state IN (2, 3)";
        var seeded = BureauSeed.Default.Persons.Sum(person => person.Insurances.Sum(insurance => insurance.AccountBalance));
        (await host.CountAsync(InForce)).ShouldBeGreaterThan(0);
        (await host.CountAsync(TakenBack)).ShouldBeGreaterThan(0);
        (await SumAsync(host, "account_balance", "insurance")).ShouldBe(seeded - await SumAsync(host, "account_paid", InForce));
        (await SumAsync(host, "fund", "accumulator")).ShouldBe(await SumAsync(host, "fund_sum", InForce));
        (await SumAsync(host, "deductible", "accumulator")).ShouldBe(await SumAsync(host, "deductible", InForce));
        (await SumAsync(host, "amount", "fee_line WHERE setl_id IS NOT NULL")).ShouldBe(await SumAsync(host, "medfee", InForce));
        (await SumAsync(host, "medfee", TakenBack)).ShouldBe(0);
        (await SumAsync(host, "fund_sum", TakenBack)).ShouldBe(0);
        (await host.CountAsync("settlement s WHERE s.state = 1 AND s.in_scope <> (SELECT COALESCE(SUM(l.in_scope), 0) FROM fee_line l WHERE l.setl_id = s.setl_id)")).ShouldBe(0);
    }

    private static Task<long> SumAsync(BureauHost host, string column, string rows) =>
        host.Database.ReadAsync(session => session.FirstOrDefaultAsync<long>($"SELECT CAST(COALESCE(SUM({column}), 0) AS BIGINT) FROM {rows}"));
}
