using YbPay.Bureau.Tests.Hosting;
using YbPay.Contracts;
using YbPay.Contracts.Fsi;
using YbPay.Engine.Benefits;

namespace YbPay.Bureau.Tests;

/// <summary>The example cities over the wire: supplements pay in their order, count over their spans, and go back with the settlement.</summary>
public sealed class RegionalPolicies
{
    private static readonly SeedPerson Poor = new(
        new Personal("44010000000000000001009001"), new Personal("440104195001010011"), "01", new Personal("低保示例"), "1", new DateOnly(1950, 1, 1), "1501", "440100", null,
        [new("390", 0), new("392", 0)]) { Identities = [new("6102", new DateOnly(2025, 1, 1)), new("6101", new DateOnly(2020, 1, 1), new DateOnly(2024, 12, 31))] };

    private static readonly SeedPerson Servant = new(
        new Personal("44010000000000000001009002"), new Personal("440104197001010014"), "01", new Personal("公务员示例"), "1", new DateOnly(1970, 1, 1), "1102", "440100", null,
        [new("310", 0), new("320", 0), new("330", 0)]);

    private static Task<BureauHost> StartAsync(string database, string city) => BureauHost.StartAsync(database, options => In(options, city));

    private static void In(BureauOptions options, string city)
    {
        options.Policy = BenefitPolicy.Shipped(city);
        options.Seed = BureauSeed.Default with { Persons = [.. BureauSeed.Default.Persons, Poor, Servant] };
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_poor_residents_stay_in_two_settlements_costs_what_one_would(string database)
    {
        await using var host = await StartAsync(database, "449900");
        var patient = new Patient(await host.SignInAsync(), Poor, "390");
        await Stay.AdmitAsync(patient);
        await Stay.UploadAsync(patient, ("1", SeedItems.ClassA, 20_000m));
        var middle = await Stay.SettleAsync(patient, 20_000m, middle: true);
        await Stay.UploadAsync(patient, ("2", SeedItems.ClassA, 30_000m));
        var last = await Stay.SettleAsync(patient, 30_000m, middle: false);

        Funds(middle).ShouldBe((13_300m, 2_960m, 2_992m, 748m));
        Funds(last).ShouldBe((21_000m, 7_200m, 1_440m, 360m)); // whole: 34300, 10160, 4432; 1108 of 50000 is the person's
        (middle.Setlinfo.ActPayDedc, last.Setlinfo.ActPayDedc).ShouldBe((1_000m, 0m));
        middle.Setldetail.Select(row => (row.FundPayType, row.SetlProcInfo)).ShouldBe(
        [
            ("390100", "住院：(范围内20000.00-起付线1000.00)×70%=13300.00"),
            ("390200", "大病保险：(合规自付6700.00-起付线3000.00)×80%=2960.00"),
            ("610100", "医疗救助：(合规自付3740.00-起付线0.00)×80%=2992.00"),
        ]);
        (await UsedAsync(host)).ShouldBe((4_000_00, 67_240_00, 34_300_00, 48_892_00));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Taking_a_settlement_back_takes_every_funds_part_back_and_restoring_restores_it_whatever_the_policy_says_then(string database)
    {
        await using var host = await StartAsync(database, "449900");
        var patient = new Patient(await host.SignInAsync(), Servant, "310");
        await Stay.AdmitAsync(patient);
        await Stay.UploadAsync(patient, ("1", SeedItems.ClassA, 9_600m));
        var settled = await Stay.SettleAsync(patient, 9_600m, middle: false);
        (settled.Setlinfo.HifpPay, settled.Setlinfo.CvlservPay, settled.Setlinfo.CvlservFlag).ShouldBe((6_400m, 2_720m, "1")); // 8000 x 80 %; 3200 x 85 %
        var used = await UsedAsync(host);

        await using var other = await host.StartAnotherAsync(options => In(options, "440100"));
        var again = new Patient(new TestInstitution(other, TestInstitution.Hospital), Servant, "310") { MdtrtId = patient.MdtrtId };
        again.At.Skip(1_000);
        await again.At.SignInAsync();
        await again.At.AskAsync<CancelInpatientSettlementRequest, CancelInpatientSettlementReply>("2305", Stay.Cancellation(again, settled));
        (await UsedAsync(host)).ShouldBe((0, 0, 0, 0));
        await again.At.DoAsync("2601", again.Reversal(again.At.LastMsgid, "2305"));
        (await UsedAsync(host)).ShouldBe(used);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_cap_per_stay_holds_over_all_settlements_of_the_stay(string database)
    {
        await using var host = await StartAsync(database, "519900");
        var patient = Patient.Of(await host.SignInAsync(), 1);
        await Stay.AdmitAsync(patient, "52");
        await Stay.UploadAsync(patient, ("1", SeedItems.ClassA, 3_000m));
        (await Stay.SettleAsync(patient, 3_000m, middle: true)).Setlinfo.FundPaySumamt.ShouldBe(3_000m);
        await Stay.UploadAsync(patient, ("2", SeedItems.ClassA, 3_000m));
        var last = await Stay.SettleAsync(patient, 3_000m, middle: false);
        last.Setlinfo.FundPaySumamt.ShouldBe(1_500m);
        last.Setldetail[0].SetlProcInfo.ShouldBe("生育住院：(范围内3000.00-起付线0.00)×100%=3000.00，单次封顶后支付1500.00");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task The_person_query_tells_identities_that_hold_and_the_civil_servant(string database)
    {
        await using var host = await StartAsync(database, "449900");
        var at = await host.SignInAsync();
        var poor = await AskAsync(at, Poor);
        poor.Idetinfo.Select(row => (row.PsnIdetType, row.Begntime, row.Endtime)).ShouldBe([("6102", "2025-01-01 00:00:00", null)]);
        poor.Insuinfo.ShouldAllBe(row => row.CvlservFlag == "0");
        (await AskAsync(at, Servant)).Insuinfo.ShouldAllBe(row => row.CvlservFlag == "1");
    }

    private static Task<QueryPersonReply> AskAsync(TestInstitution at, SeedPerson person) =>
        at.AskAsync<QueryPersonRequest, QueryPersonReply>("1101", new() { Data = new() { MdtrtCertType = "02", MdtrtCertNo = person.CertNo.Reveal() } });

    private static (decimal Basic, decimal Illness, decimal Aid, decimal Cash) Funds(SettleInpatientReply reply) =>
        (reply.Setlinfo.HifpPay, reply.Setlinfo.HifmiPay, reply.Setlinfo.MafPay, reply.Setlinfo.PsnCashPay);

    private static Task<(long Deductible, long Shared, long SpanFund, long Fund)> UsedAsync(BureauHost host) => host.Database.ReadAsync(
        session => session.FirstOrDefaultAsync<(long, long, long, long)>(
            """
            SELECT CAST(SUM(deductible) AS BIGINT), CAST(SUM(shared) AS BIGINT), CAST(SUM(span_fund) AS BIGINT), CAST(SUM(fund) AS BIGINT) FROM accumulator
            """));
}
