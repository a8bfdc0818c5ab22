using YbPay.Bureau.Tests.Hosting;
using YbPay.Contracts.Fsi;

namespace YbPay.Bureau.Tests;

/// <summary>2601: what it undoes, and how it fences off what has not arrived yet.</summary>
public sealed class ReversalByMsgid
{
    private static async Task<Patient> BilledAsync(BureauHost host)
    {
        var patient = Patient.Of(await host.SignInAsync(), 0);
        await patient.RegisterAsync();
        await patient.UploadAsync("B1", ("1", SeedItems.ClassA, 200m, 1m));
        return patient;
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_settlement_is_undone_once_as_if_it_had_never_been(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = await BilledAsync(host);
        var msgid = patient.At.NextMsgid();
        var settled = await patient.SettleAsync("B1", 200m, msgid: msgid);
        (await patient.BalanceAsync()).ShouldBe(211.80m); // 356.80 - (200 - 55)

        await patient.At.DoAsync("2601", patient.Reversal(msgid, "2207"));
        (await patient.BalanceAsync()).ShouldBe(356.80m);
        await patient.At.DoAsync("2601", patient.Reversal(msgid, "2207"));
        (await patient.BalanceAsync()).ShouldBe(356.80m);
        await patient.At.RefusedAsync("NOT_SETTLED", "2208", patient.Cancellation(settled.Setlinfo.SetlId!));
        await patient.At.RefusedAsync("REVERSED", "2207", patient.Settlement("B1", 200m), msgid);
        (await patient.SettleAsync("B1", 200m)).Setlinfo.ActPayDedc.ShouldBe(100m);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task What_arrives_after_its_reversal_has_no_effect(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = await BilledAsync(host);
        var late = patient.At.NextMsgid();
        await patient.At.DoAsync("2601", patient.Reversal(late, "2207"));
        await patient.At.RefusedAsync("REVERSED", "2207", patient.Settlement("B1", 200m), late);
        await patient.At.DoAsync("2601", patient.Reversal(late, "2207"));
        (await host.CountAsync("settlement")).ShouldBe(0);
        await patient.SettleAsync("B1", 200m);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Uploads_cancellations_and_registrations_are_undone_too(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = Patient.Of(await host.SignInAsync(), 0);
        await patient.RegisterAsync();
        var registered = patient.At.LastMsgid;
        await patient.UploadAsync("B1", ("1", SeedItems.ClassA, 200m, 1m));
        var uploaded = patient.At.LastMsgid;

        await patient.At.RefusedAsync("LINES_EXIST", "2601", patient.Reversal(registered, "2201"));
        await patient.At.DoAsync("2601", patient.Reversal(uploaded, "2204"));
        await patient.At.RefusedAsync("LINES_MISSING", "2207", patient.Settlement("B1", 200m));

        await patient.UploadAsync("B1", ("1", SeedItems.ClassA, 200m, 1m));
        await patient.At.DoAsync("2205", new CancelOutpatientFeesRequest { Data = new() { MdtrtId = patient.MdtrtId, ChrgBchno = "B1", PsnNo = patient.PsnNo } });
        var lineCancel = patient.At.LastMsgid;
        await patient.At.DoAsync("2601", patient.Reversal(lineCancel, "2205"));
        var settled = await patient.SettleAsync("B1", 200m);
        var settledBy = patient.At.LastMsgid;

        await patient.CancelAsync(settled.Setlinfo.SetlId!);
        var cancelledBy = patient.At.LastMsgid;
        (await patient.BalanceAsync()).ShouldBe(356.80m);
        await patient.At.RefusedAsync("NOT_SETTLED", "2601", patient.Reversal(settledBy, "2207"));
        await patient.At.DoAsync("2601", patient.Reversal(cancelledBy, "2208"));
        (await patient.BalanceAsync()).ShouldBe(211.80m);
        await patient.At.RefusedAsync("SETTLED", "2207", patient.Settlement("B1", 200m));
        await patient.CancelAsync(settled.Setlinfo.SetlId!);

        var gone = Patient.Of(patient.At, 1);
        await gone.RegisterAsync();
        await patient.At.DoAsync("2601", gone.Reversal(gone.At.LastMsgid, "2201"));
        await patient.At.RefusedAsync("VISIT_CANCELLED", "2203", gone.Visit());
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_cancellation_is_not_undone_when_its_batch_was_settled_anew(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = await BilledAsync(host);
        var settled = await patient.SettleAsync("B1", 200m);
        await patient.CancelAsync(settled.Setlinfo.SetlId!);
        var cancelledBy = patient.At.LastMsgid;
        await patient.SettleAsync("B1", 200m);
        var before = await patient.BalanceAsync();
        var reply = await patient.At.SendAsync("2601", patient.Reversal(cancelledBy, "2208"));
        reply.Infcode.ShouldBe(-1);
        (await patient.BalanceAsync()).ShouldBe(before);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_reversal_must_name_the_message_as_it_was(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = await BilledAsync(host);
        var msgid = patient.At.NextMsgid();
        await patient.SettleAsync("B1", 200m, msgid: msgid);
        await patient.At.RefusedAsync("REVERSAL_MISMATCH", "2601", patient.Reversal(msgid, "2208"));
        await patient.At.RefusedAsync("REVERSAL_MISMATCH", "2601", Patient.Of(patient.At, 1).Reversal(msgid, "2207"));
        await patient.At.RefusedAsync("REVERSAL_MISMATCH", "2601", patient.Reversal(TestInstitution.Clinic + msgid[12..], "2207"));
        await patient.At.RefusedAsync("REVERSAL_MISMATCH", "2601", patient.Reversal("nonsense", "2207"));
        await patient.At.SignInAsync();
        await patient.At.RefusedAsync("NOT_REVERSIBLE", "2601", patient.Reversal(patient.At.LastMsgid, "9001"));
        (await patient.BalanceAsync()).ShouldBe(211.80m);
    }

    /// <summary>The visit's medical category decides the rule by which a stay is settled, so it shows what is told of the visit now.</summary>
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task What_was_told_of_a_visit_is_taken_back_in_any_order(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = Patient.Of(await host.SignInAsync(), 0);
        await patient.RegisterAsync();
        var registered = await MedTypeAsync();
        var (first, second, third) = (await TellAsync("11"), await TellAsync("14"), await TellAsync("51"));
        await patient.At.DoAsync("2601", patient.Reversal(second, "2203"));
        (await MedTypeAsync()).ShouldBe("51");
        await patient.At.DoAsync("2601", patient.Reversal(third, "2203"));
        (await MedTypeAsync()).ShouldBe("11");
        await patient.At.DoAsync("2601", patient.Reversal(third, "2203"));
        (await MedTypeAsync()).ShouldBe("11");
        await patient.At.DoAsync("2601", patient.Reversal(first, "2203"));
        (await MedTypeAsync()).ShouldBe(registered);
        (await host.CountAsync("visit WHERE diagnoses IS NULL AND told_by IS NULL")).ShouldBe(1);
        (await host.CountAsync("visit_replaced")).ShouldBe(0);

        var last = await TellAsync("11");
        await patient.UploadAsync("B1", ("1", SeedItems.ClassA, 200m, 1m));
        var settled = await patient.SettleAsync("B1", 200m);
        await patient.At.RefusedAsync("SETTLED", "2601", patient.Reversal(last, "2203"));
        await patient.CancelAsync(settled.Setlinfo.SetlId!);
        await patient.At.DoAsync("2601", patient.Reversal(last, "2203"));

        async Task<string> TellAsync(string medType)
        {
            await patient.At.DoAsync("2203", patient.Visit(medType));
            return patient.At.LastMsgid;
        }

        Task<string?> MedTypeAsync() => host.Database.ReadAsync(session => session.FirstOrDefaultAsync<string>("SELECT med_type FROM visit"));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Of_a_stay_everything_with_an_effect_is_undone_by_its_msgid(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = Patient.Of(await host.SignInAsync(), 0);
        await Stay.AdmitAsync(patient);
        var admitted = patient.At.LastMsgid;
        await Stay.UploadAsync(patient, ("1", SeedItems.ClassA, 5000m));
        var uploaded = patient.At.LastMsgid;
        await patient.At.DoAsync("2302", new CancelInpatientFeesRequest { Data = [new() { FeedetlSn = "0000", MdtrtId = patient.MdtrtId, PsnNo = patient.PsnNo }] });
        await patient.At.DoAsync("2601", patient.Reversal(patient.At.LastMsgid, "2302"));
        var settled = await Stay.SettleAsync(patient, 5000m, middle: false);
        var settledBy = patient.At.LastMsgid;
        await patient.At.RefusedAsync("SETTLED", "2601", patient.Reversal(uploaded, "2301"));
        await patient.At.AskAsync<CancelInpatientSettlementRequest, CancelInpatientSettlementReply>("2305", Stay.Cancellation(patient, settled));
        await patient.At.DoAsync("2601", patient.Reversal(patient.At.LastMsgid, "2305"));
        await patient.At.RefusedAsync("SETTLED", "2304", Stay.Settlement(patient, 5000m, middle: false));
        await patient.At.DoAsync("2601", patient.Reversal(settledBy, "2304"));
        await patient.At.DoAsync("2601", patient.Reversal(uploaded, "2301"));
        await patient.At.RefusedAsync("LINES_MISSING", "2304", Stay.Settlement(patient, 5000m, middle: false));
        await patient.At.DoAsync("2601", patient.Reversal(admitted, "2401"));
        await patient.At.RefusedAsync("VISIT_CANCELLED", "2301", Stay.Lines(patient, ("2", SeedItems.ClassA, 1m)));
        await Books.AreCleanAsync(host);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_registration_that_was_cancelled_is_open_again_when_the_cancellation_is_reversed(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = Patient.Of(await host.SignInAsync(), 0);
        await patient.RegisterAsync();
        await patient.At.DoAsync("2202", new CancelRegistrationRequest { Data = new() { PsnNo = patient.PsnNo, MdtrtId = patient.MdtrtId, IptOtpNo = "OP20260310001" } });
        var cancelledBy = patient.At.LastMsgid;
        await patient.At.RefusedAsync("VISIT_CANCELLED", "2203", patient.Visit());
        await patient.At.DoAsync("2601", patient.Reversal(cancelledBy, "2202"));
        await patient.At.DoAsync("2203", patient.Visit());
    }

    /// <summary>Every transaction that this core knows is either undone by 2601, has no effect to undo, or is refused by name.</summary>
    [Fact]
    public async Task Questions_have_nothing_to_undo_and_sign_ins_files_and_reversals_cannot_be_undone()
    {
        await using var host = await BureauHost.StartAsync(BothDatabases.Sqlite);
        var patient = await BilledAsync(host);
        await patient.BalanceAsync();
        await patient.At.DoAsync("2601", patient.Reversal(patient.At.LastMsgid, "1101"));
        await patient.At.AskAsync<PreSettleOutpatientRequest, PreSettleOutpatientReply>("2206", patient.PreSettlement("B1", 200m));
        await patient.At.DoAsync("2601", patient.Reversal(patient.At.LastMsgid, "2206"));
        await patient.At.RefusedAsync("NOT_REVERSIBLE", "2601", patient.Reversal(patient.At.LastMsgid, "2601"));
        await DetailFile.UploadAsync(patient.At, DetailFile.Zip("x"));
        await patient.At.RefusedAsync("NOT_REVERSIBLE", "2601", patient.Reversal(patient.At.LastMsgid, "9101"));
    }
}
