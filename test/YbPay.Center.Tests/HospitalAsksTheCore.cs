using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Bureau;
using YbPay.Center.Tests.Hosting;
using YbPay.Cli.Demo;
using YbPay.Client;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Wallet;

namespace YbPay.Center.Tests;

/// <summary>A hospital's own window to the core by the SDK (<see cref="IBureauClient"/>), beside what the centre does there.</summary>
public sealed class HospitalAsksTheCore(Worlds worlds) : IClassFixture<Worlds>
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task It_sees_the_person_and_the_settlement_that_the_centre_asked_for(string database)
    {
        var world = await worlds.OnAsync(database);
        await using var services = Window(world, world.Clinic.OrgCodg);
        var core = services.GetRequiredService<IBureauClient>();
        var visit = await world.Clinic.UploadedAsync(Patient.Employee, Bill.Covered(50m));
        await visit.PayAsync();
        var settled = (await visit.QueryAsync()).HiDocSn!;

        var person = await core.QueryPersonAsync(new QueryPersonRequest { Data = new() { MdtrtCertType = "02", MdtrtCertNo = Patient.Employee.IdNo } }, CancellationToken.None);
        person.Insuinfo.ShouldContain(row => row.Insutype == Patient.Employee.Insutype);
        var found = await core.QuerySettlementAsync(
            new QuerySettlementRequest { Data = new() { PsnNo = Patient.Employee.PsnNo, SetlId = settled, MdtrtId = (await visit.QueryAsync()).HiRgstSn! } }, CancellationToken.None);
        found.Setlinfo.MedfeeSumamt.ShouldBe(50m);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Wallet_and_family_pay_down_what_is_owed_and_have_it_again_after_the_refund(string database)
    {
        var world = await worlds.OnAsync(database);
        await using var services = Window(world, world.Clinic.OrgCodg);
        var core = services.GetRequiredService<IBureauClient>();
        var visit = await world.Clinic.UploadedAsync(Patient.Employee, Bill.NotCovered(200m));
        await visit.PayAsync();
        var settled = await visit.QueryAsync();
        var deduct = new DeductWalletRequest { PsnNo = Patient.Employee.PsnNo, SetlId = settled.HiDocSn!, MdtrtId = settled.HiRgstSn! };
        var before = await core.QueryWalletAsync(new QueryWalletRequest { Certno = Patient.Employee.IdNo, PsnCertType = Patient.Employee.IdType }, CancellationToken.None);

        var wallet = await core.DeductWalletAsync(deduct, CancellationToken.None);
        (await core.DeductWalletAsync(deduct, CancellationToken.None)).EnttAcctPay.ShouldBe(wallet.EnttAcctPay, "asked again, the first answer");
        var family = await core.DeductMutualAidAsync(new DeductMutualAidRequest { PsnNo = deduct.PsnNo, SetlId = deduct.SetlId, MdtrtId = deduct.MdtrtId }, CancellationToken.None);
        var account = await core.DeductPersonalAccountAsync(new DeductPersonalAccountRequest { PsnNo = deduct.PsnNo, SetlId = deduct.SetlId, MdtrtId = deduct.MdtrtId }, CancellationToken.None);

        (wallet.EnttAcctPay, wallet.EnttAcctPay + family.AllEnttAcctPay + account.EnttAcctPay).ShouldBe((before.WltBalc, 200m));
        family.Result.ShouldNotBeEmpty();
        (await RowsAsync(world, Patient.Employee.PsnNo)).ShouldContain(row => row.Reason == "deducted" && row.Change == -(long)(wallet.EnttAcctPay * 100));
        await visit.ReachesAsync("6");
        (await visit.RefundAsync(visit.Refund("ALL", cash: 0, account: 200m, fund: 0))).RefStatus.ShouldBe("SUCC");
        await Eventually.GetAsync(
            async () => (await core.QueryWalletAsync(new QueryWalletRequest { Certno = Patient.Employee.IdNo, PsnCertType = Patient.Employee.IdType }, CancellationToken.None)).WltBalc,
            balance => balance == before.WltBalc, "the wallet has its money again");
        (await RowsAsync(world, Patient.Employee.PsnNo)).ShouldContain(row => row.Reason == "given back" && row.Change == (long)(wallet.EnttAcctPay * 100));
    }

    [Fact]
    public async Task Account_statements_are_for_operators_only()
    {
        var world = await worlds.OnAsync(BothDatabases.Sqlite);
        using var http = new HttpClient();
        using var body = new StringContent($$"""{"psnNo":"{{Patient.Employee.PsnNo}}"}""", Encoding.UTF8, "application/json");

        using var refused = await http.PostAsync(new Uri(world.Plan.Addresses.Bureau + AccountsDoor.Path), body);

        refused.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await AccountsPage.AskAsync(world.Plan, "44010000000000000009999999", CancellationToken.None)).ShouldBeEmpty();
    }

    private static async Task<IEnumerable<AccountSheetRow>> RowsAsync(CenterHost world, string psnNo) => (await AccountsPage.AskAsync(world.Plan, psnNo, CancellationToken.None)).SelectMany(account => account.Rows);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_refusal_keeps_its_name_and_a_lapsed_sign_in_is_renewed(string database)
    {
        var world = await worlds.OnAsync(database);
        await using var services = Window(world, world.Clinic.OrgCodg);
        var core = services.GetRequiredService<IBureauClient>();
        (await core.CheckTotalsAsync(Totals("2020-01-01"), CancellationToken.None)).Stmtinfo.StmtRslt.ShouldBe("000000");

        world.Clock.Advance(TimeSpan.FromHours(25));
        (await core.CheckTotalsAsync(Totals("2020-01-01"), CancellationToken.None)).Stmtinfo.StmtRslt.ShouldBe("000000");

        var refused = await Should.ThrowAsync<YbPayException>(() => core.CheckTotalsAsync(Totals("2020-01-02"), CancellationToken.None));
        refused.RefusalName.ShouldNotBeNullOrEmpty();
        refused.OutcomeUnknown.ShouldBeFalse();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Numbers_that_another_window_took_in_the_same_second_are_passed_over(string database)
    {
        var world = await worlds.OnAsync(database);
        var other = new OtherWindow { Messages = 40 };
        await using var services = Window(world, world.Clinic.OrgCodg, other: other);

        (await services.GetRequiredService<IBureauClient>().CheckTotalsAsync(Totals("2020-01-01"), CancellationToken.None)).Stmtinfo.StmtRslt.ShouldBe("000000");

        other.Taken.ShouldBe(40);
    }

    [Fact]
    public async Task A_core_that_is_not_there_is_no_unknown_outcome()
    {
        var world = await worlds.OnAsync(BothDatabases.Sqlite);
        await using var services = Window(world, world.Clinic.OrgCodg, "http://127.0.0.1:9");

        var failed = await Should.ThrowAsync<YbPayException>(() => services.GetRequiredService<IBureauClient>().CheckTotalsAsync(Totals("2020-01-01"), CancellationToken.None));

        (failed.MayRetry, failed.OutcomeUnknown).ShouldBe((true, false));
    }

    /// <summary>Nothing was settled on that day; one that ends before it begins is refused.</summary>
    private static CheckTotalsRequest Totals(string from) => new()
    {
        Data = new() { Insutype = "310", ClrType = "11", SetlOptins = "440100", StmtBegndate = from, StmtEnddate = "2020-01-01", MedfeeSumamt = 0, FundPaySumamt = 0, AcctPay = 0, FixmedinsSetlCnt = 0 },
    };

    private static ServiceProvider Window(CenterHost world, string orgCodg, string? baseUrl = null, OtherWindow? other = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(other is null ? world.Clock : new OneSecond(world.Clock.GetUtcNow()));
        if (other is not null) services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(() => other));
        services.AddLogging();
        services.AddYbPayBureau(options =>
        {
            options.BaseUrl = new Uri(baseUrl ?? world.Plan.Addresses.Bureau);
            (options.FixmedinsCode, options.FixmedinsName, options.Admdvs) = (orgCodg, "示例机构", "440100");
            (options.Operator, options.OperatorName) = ("0001", "收费员");
        });
        return services.BuildServiceProvider();
    }

    /// <summary>Just before the first message goes out, another window of the institution sends its own under the same number and the next ones.</summary>
    private sealed class OtherWindow : DelegatingHandler
    {
        public int Messages { get; init; }

        public int Taken { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = await request.Content!.ReadAsStringAsync(cancellationToken);
            var msgid = JsonElement.Parse(body).GetProperty("msgid").GetString()!;
            for (; Taken < Messages; Taken++)
            {
                var next = $"{msgid[..26]}{(int.Parse(msgid[26..], CultureInfo.InvariantCulture) + Taken) % 10_000:D4}";
                using var mine = new HttpRequestMessage(HttpMethod.Post, request.RequestUri) { Content = new StringContent(body.Replace(msgid, next, StringComparison.Ordinal), Encoding.UTF8, "application/json") };
                using var answer = await base.SendAsync(mine, cancellationToken);
                JsonElement.Parse(await answer.Content.ReadAsStringAsync(cancellationToken)).GetProperty("infcode").ToString().ShouldBe("0");
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>A clock that stands: all numbers are of one second.</summary>
    private sealed class OneSecond(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
