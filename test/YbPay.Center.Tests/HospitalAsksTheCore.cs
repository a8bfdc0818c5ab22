using Microsoft.Extensions.DependencyInjection;
using YbPay.Center.Tests.Hosting;
using YbPay.Client;
using YbPay.Contracts.Fsi;

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

    private static ServiceProvider Window(CenterHost world, string orgCodg, string? baseUrl = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(world.Clock);
        services.AddLogging();
        services.AddYbPayBureau(options =>
        {
            options.BaseUrl = new Uri(baseUrl ?? world.Plan.Addresses.Bureau);
            (options.FixmedinsCode, options.FixmedinsName, options.Admdvs) = (orgCodg, "示例机构", "440100");
            (options.Operator, options.OperatorName) = ("0001", "收费员");
        });
        return services.BuildServiceProvider();
    }
}
