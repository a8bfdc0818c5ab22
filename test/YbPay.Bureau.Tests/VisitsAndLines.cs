using YbPay.Bureau.Tests.Hosting;
using YbPay.Contracts.Fsi;

namespace YbPay.Bureau.Tests;

/// <summary>Registrations and fee lines, mostly what is refused about them.</summary>
public sealed class VisitsAndLines
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_person_is_found_by_card_certificate_and_token(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var at = await host.SignInAsync();
        var person = BureauSeed.Default.Persons[5];
        var credentials = (BureauCredentials)host.Services.GetService(typeof(BureauCredentials))!;
        (await credentials.RegisterTokenAsync("EC-TOKEN-1", person.PsnNo.Reveal(), host.Clock.GetUtcNow().AddMinutes(5))).ShouldBeTrue();
        (await credentials.RegisterTokenAsync("EC-TOKEN-2", "nobody", host.Clock.GetUtcNow().AddMinutes(5))).ShouldBeFalse();

        foreach (var (type, number) in new[] { ("02", person.CertNo.Reveal()), ("02", person.CertNo.Reveal().ToLowerInvariant()), ("03", person.CardNo!.Value.Reveal()), ("01", "EC-TOKEN-1") })
        {
            var reply = await at.AskAsync<QueryPersonRequest, QueryPersonReply>("1101", Query(type, number));
            reply.Baseinfo.PsnNo.ShouldBe(person.PsnNo.Reveal());
            reply.Baseinfo.Age.ShouldBe(46.4m); // born 1979-09-23, asked on 2026-03-10
            reply.Insuinfo.Select(row => (row.Insutype, row.Balc)).ShouldBe([("310", 12m), ("390", 0m)]);
        }

        await at.RefusedAsync("PERSON_UNKNOWN", "1101", Query("02", "110101199001011234"));
        await at.RefusedAsync("PERSON_UNKNOWN", "1101", Query("01", "EC-TOKEN-2"));
        var wrongName = Query("02", person.CertNo.Reveal());
        await at.RefusedAsync("PERSON_UNKNOWN", "1101", wrongName with { Data = wrongName.Data with { PsnName = "王小明" } });
        host.Clock.Advance(TimeSpan.FromMinutes(6));
        await at.RefusedAsync("PERSON_UNKNOWN", "1101", Query("01", "EC-TOKEN-1"));
    }

    private static QueryPersonRequest Query(string type, string number) => new() { Data = new() { MdtrtCertType = type, MdtrtCertNo = number, CardSn = "1" } };

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_visit_is_known_to_its_person_and_institution_only(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var at = await host.SignInAsync();
        var patient = Patient.Of(at, 0);
        await patient.RegisterAsync();

        var other = Patient.Of(at, 1);
        other.MdtrtId = patient.MdtrtId;
        await at.RefusedAsync("VISIT_UNKNOWN", "2203", other.Visit());
        var elsewhere = Patient.Of(await host.SignInAsync(TestInstitution.Clinic), 0);
        elsewhere.MdtrtId = patient.MdtrtId;
        await elsewhere.At.RefusedAsync("VISIT_UNKNOWN", "2203", elsewhere.Visit());
        await elsewhere.At.RefusedAsync("VISIT_UNKNOWN", "2204", elsewhere.Fees("B1", ("1", SeedItems.ClassA, 1m, 1m)));
        await elsewhere.At.RefusedAsync("VISIT_UNKNOWN", "2207", elsewhere.Settlement("B1", 1m));

        var registration = patient.Registration();
        await at.RefusedAsync("PERSON_UNKNOWN", "2201", registration with { Data = registration.Data with { PsnNo = "123" } });
        await at.RefusedAsync("INSURANCE_UNKNOWN", "2201", registration with { Data = registration.Data with { Insutype = "390" } });
        await at.RefusedAsync("CREDENTIAL_DIFFERS", "2201", registration with { Data = registration.Data with { MdtrtCertNo = other.CertNo } });
        await at.RefusedAsync("CREDENTIAL_DIFFERS", "2201", registration with { Data = registration.Data with { MdtrtCertType = "03", MdtrtCertNo = patient.CertNo } });
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_cancelled_visit_takes_nothing_more(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = Patient.Of(await host.SignInAsync(), 0);
        await patient.RegisterAsync();
        var cancel = new CancelRegistrationRequest { Data = new() { PsnNo = patient.PsnNo, MdtrtId = patient.MdtrtId, IptOtpNo = "OP20260310001" } };
        await patient.UploadAsync("B1", ("1", SeedItems.ClassA, 1m, 1m));
        await patient.At.RefusedAsync("LINES_EXIST", "2202", cancel);
        await patient.At.DoAsync("2205", Cancel(patient, "B1"));
        await patient.At.DoAsync("2202", cancel);

        await patient.At.RefusedAsync("VISIT_CANCELLED", "2202", cancel);
        await patient.At.RefusedAsync("VISIT_CANCELLED", "2203", patient.Visit());
        await patient.At.RefusedAsync("VISIT_CANCELLED", "2204", patient.Fees("B1", ("2", SeedItems.ClassA, 1m, 1m)));
        await patient.At.RefusedAsync("VISIT_CANCELLED", "2206", patient.PreSettlement("B1", 1m));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Lines_come_whole_or_not_at_all(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = Patient.Of(await host.SignInAsync(), 0);
        await patient.RegisterAsync();
        await patient.UploadAsync("B1", ("1", SeedItems.ClassA, 10m, 1m));

        await patient.At.RefusedAsync("LINE_REPEATED", "2204", patient.Fees("B1", ("2", SeedItems.ClassA, 10m, 1m), ("1", SeedItems.ClassA, 10m, 1m)));
        await patient.At.RefusedAsync("LINE_REPEATED", "2204", patient.Fees("B2", ("3", SeedItems.ClassA, 10m, 1m), ("3", SeedItems.ClassA, 10m, 1m)));
        await patient.At.RefusedAsync("AMOUNT_INVALID", "2204", patient.Fees("B1", ("4", SeedItems.ClassA, 10m, 1m), ("5", SeedItems.ClassA, 10m, 0m)));
        await patient.At.RefusedAsync("AMOUNT_INVALID", "2204", patient.Fees("B1", ("4", SeedItems.ClassA, 200_000_000m, 1m)));
        var wrong = patient.Fees("B1", ("6", SeedItems.ClassA, 10m, 3m));
        await patient.At.RefusedAsync("LINE_AMOUNT", "2204", wrong with { Feedetail = [wrong.Feedetail[0] with { DetItemFeeSumamt = 29.98m }] });
        var mixed = patient.Fees("B1", ("7", SeedItems.ClassA, 1m, 1m), ("8", SeedItems.ClassA, 1m, 1m));
        await patient.At.RefusedAsync("INPUT_INVALID", "2204", mixed with { Feedetail = [mixed.Feedetail[0], mixed.Feedetail[1] with { ChrgBchno = "B9" }] });
        (await host.CountAsync("fee_line")).ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task An_item_that_the_catalogue_does_not_name_is_paid_by_the_person(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = Patient.Of(await host.SignInAsync(), 0);
        await patient.RegisterAsync();
        var reply = await patient.At.AskAsync<UploadOutpatientFeesRequest, UploadOutpatientFeesReply>("2204", patient.Fees("B1", ("1", "NOT-LISTED", 12.34m, 2m)));
        var line = reply.Result.ShouldHaveSingleItem();
        (line.ChrgitmLv, line.FulamtOwnpayAmt, line.InscpScpAmt).ShouldBe(("03", 24.68m, 0m));
        line.Memo.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Lines_are_taken_back_by_batch_or_all_and_their_numbers_are_free_again(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = Patient.Of(await host.SignInAsync(), 0);
        await patient.RegisterAsync();
        await patient.UploadAsync("B1", ("1", SeedItems.ClassA, 10m, 1m));
        await patient.UploadAsync("B2", ("2", SeedItems.ClassA, 20m, 1m));
        await patient.UploadAsync("B3", ("3", SeedItems.ClassA, 30m, 1m));
        await patient.SettleAsync("B3", 30m);

        await patient.At.DoAsync("2205", Cancel(patient, "B1"));
        await patient.At.RefusedAsync("LINES_MISSING", "2205", Cancel(patient, "B1"));
        await patient.At.RefusedAsync("SETTLED", "2205", Cancel(patient, "B3"));
        await patient.At.RefusedAsync("LINES_MISSING", "2206", patient.PreSettlement("B1", 10m));
        await patient.UploadAsync("B1", ("1", SeedItems.ClassA, 11m, 1m));
        await patient.At.DoAsync("2205", Cancel(patient, "0000"));
        await patient.At.RefusedAsync("LINES_MISSING", "2206", patient.PreSettlement("B2", 20m));
    }

    private static CancelOutpatientFeesRequest Cancel(Patient patient, string batch) =>
        new() { Data = new() { MdtrtId = patient.MdtrtId, ChrgBchno = batch, PsnNo = patient.PsnNo } };
}
