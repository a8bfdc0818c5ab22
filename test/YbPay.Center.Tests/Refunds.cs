using YbPay.Center.Tests.Hosting;
using YbPay.Client;
using YbPay.Contracts.MobilePay;
using Named = YbPay.Contracts.Outcomes.Refusals;

namespace YbPay.Center.Tests;

/// <summary>6203: money goes back (ruling C10). A bill of 100 yuan at the clinic: the fund pays 80, the patient 20 at the bank.</summary>
public sealed class Refunds(Worlds worlds) : IClassFixture<Worlds>
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task All_of_it_goes_back(string database)
    {
        var visit = await PaidAsync(database);

        var reply = await visit.RefundAsync(visit.Refund("ALL", cash: 20.00m, account: 0, fund: 80.00m));

        reply.RefStatus.ShouldBe("SUCC");
        reply.HiFefdSn.ShouldNotBeNullOrEmpty();
        (reply.HiTrnsDate!.Length, reply.HiTrnsTime!.Length).ShouldBe((8, 6));
        await visit.EndsAsync("7");
        await Visit.RefusedAsync(Named.NothingToRefund, () => visit.RefundAsync(visit.Refund("CASH", cash: 0.01m)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Cash_goes_back_in_two_parts_and_then_the_insurance(string database)
    {
        var visit = await PaidAsync(database);

        (await visit.RefundAsync(visit.Refund("CASH", cash: 5.01m))).RefStatus.ShouldBe("SUCC");
        await visit.ReachesAsync("10");
        await Visit.RefusedAsync(Named.RefundTooBig, () => visit.RefundAsync(visit.Refund("CASH", cash: 15.00m)));
        var reply = await visit.RefundAsync(visit.Refund("CASH", cash: 14.99m));
        (reply.RefStatus, reply.HiFefdSn).ShouldBe(("SUCC", null));
        await visit.ReachesAsync("9");
        (await visit.RefundAsync(visit.Refund("HI", account: 0, fund: 80.00m))).RefStatus.ShouldBe("SUCC");

        await visit.EndsAsync("7");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Insurance_goes_back_first_then_the_cash(string database)
    {
        var visit = await PaidAsync(database);

        (await visit.RefundAsync(visit.Refund("HI", fund: 80.00m))).RefStatus.ShouldBe("SUCC");
        await visit.ReachesAsync("8");
        (await visit.RefundAsync(visit.Refund("CASH", cash: 7.00m))).RefStatus.ShouldBe("SUCC");
        await visit.ReachesAsync("11");
        (await visit.RefundAsync(visit.Refund("CASH", cash: 13.00m))).RefStatus.ShouldBe("SUCC");

        await visit.EndsAsync("7");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_does_not_fit_what_was_paid_is_refused(string database)
    {
        var visit = await PaidAsync(database);

        await Visit.RefusedAsync(Named.RefundTooBig, () => visit.RefundAsync(visit.Refund("CASH", cash: 20.01m)));
        await Visit.RefusedAsync(Named.RefundTooBig, () => visit.RefundAsync(visit.Refund("HI", fund: 80.01m)));
        await Visit.RefusedAsync(Named.RefundNotWhole, () => visit.RefundAsync(visit.Refund("HI", fund: 40.00m)));
        await Visit.RefusedAsync(Named.SumDiffers, () => visit.RefundAsync(visit.Refund("CASH", cash: 5.00m) with { TotlRefdAmt = 6.00m }));
        await Visit.RefusedAsync(Named.AmountInvalid, () => visit.RefundAsync(visit.Refund("CASH", cash: -5.00m)));
        await Visit.RefusedAsync(Named.AmountInvalid, () => visit.RefundAsync(visit.Refund("HI", cash: 1.00m, fund: 80.00m)));
        await visit.EndsAsync("6");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_same_refund_number_refunds_once(string database)
    {
        var visit = await PaidAsync(database);
        var request = visit.Refund("CASH", cash: 5.00m);

        var first = await visit.RefundAsync(request);
        var again = await visit.RefundAsync(request);

        (again.RefdSn, again.RefStatus).ShouldBe((first.RefdSn, "SUCC"));
        await Visit.RefusedAsync(Named.KeyUsedOtherwise, () => visit.RefundAsync(request with { CashRefdAmt = 6.00m, TotlRefdAmt = 6.00m }));
        await visit.EndsAsync("10");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Refunds_at_once_never_exceed_what_was_paid(string database)
    {
        var visit = await PaidAsync(database);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => UntilDecidedAsync(visit, visit.Refund("CASH", 5.00m))));

        outcomes.Count(outcome => outcome == "SUCC").ShouldBe(4, string.Join(", ", outcomes));
        outcomes.ShouldAllBe(outcome => outcome == "SUCC" || outcome == nameof(Named.NothingToRefund) || outcome == nameof(Named.OrderStateForbids));
        await visit.EndsAsync("9");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_reversal_token_of_the_notice_authorises_one_refund(string database)
    {
        var visit = await PaidAsync(database);
        var token = (await visit.NoticesAsync())[0].Text("revsToken");
        var whole = visit.Refund("ALL", cash: 20.00m, account: 0, fund: 80.00m) with { EcToken = null, ExpContent = ExpandedContent.OfRevsToken(token) };

        await Visit.RefusedAsync(
            Named.ReversalTokenRejected, () => visit.RefundAsync(whole with { ExpContent = ExpandedContent.OfRevsToken("0123456789ABCDEF0123456789ABCDEF") }));
        (await visit.RefundAsync(whole)).RefStatus.ShouldBe("SUCC");
        await Visit.RefusedAsync(
            Named.ReversalTokenRejected, () => visit.RefundAsync(visit.Refund("CASH", cash: 1.00m) with { EcToken = null, ExpContent = ExpandedContent.OfRevsToken(token) }));

        await visit.EndsAsync("7");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Nobody_refunds_without_the_patients_credential(string database)
    {
        var visit = await PaidAsync(database);
        var other = await visit.Hospital.ScansAsync(Patient.Employee);
        var request = visit.Refund("CASH", cash: 1.00m);

        await Visit.RefusedAsync(Named.PersonDiffers, () => visit.RefundAsync(request with { EcToken = other.EcToken }));
        await Visit.RefusedAsync(Named.CredentialRejected, () => visit.RefundAsync(request with { EcToken = "440100ecunknown" }));
        await Visit.RefusedAsync(Named.CredentialMissing, () => visit.RefundAsync(request with { EcToken = null }));
        await Visit.RefusedAsync(Named.OrderMissing, () => visit.RefundAsync(request with { PayOrdId = "ORD44010020260101000000000000" }));
        (await visit.RefundAsync(request with { EcToken = null, PayAuthNo = visit.Patient.PayAuthNo })).RefStatus.ShouldBe("SUCC");
        await visit.EndsAsync("10");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_bank_that_refuses_leaves_the_cash_to_a_second_refund(string database)
    {
        var visit = await PaidAsync(database);
        await visit.Hospital.Host.Control.FaultAsync("bank", "refund", "refuse");

        var reply = await visit.RefundAsync(visit.Refund("ALL", cash: 20.00m, account: 0, fund: 80.00m));

        reply.RefStatus.ShouldBe("EXP");
        await visit.ReachesAsync("8");
        (await visit.RefundAsync(visit.Refund("CASH", cash: 20.00m))).RefStatus.ShouldBe("SUCC");
        await visit.EndsAsync("7");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_core_that_refuses_to_cancel_fails_the_refund_and_moves_nothing(string database)
    {
        var visit = await PaidAsync(database);
        await visit.Hospital.Host.Control.FaultAsync("core", "2208", "refuse");

        (await visit.RefundAsync(visit.Refund("ALL", cash: 20.00m, account: 0, fund: 80.00m))).RefStatus.ShouldBe("FAIL");
        await visit.EndsAsync("6");
        (await visit.RefundAsync(visit.Refund("ALL", cash: 20.00m, account: 0, fund: 80.00m))).RefStatus.ShouldBe("SUCC");
        await visit.EndsAsync("7");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Answers_that_are_lost_on_the_way_back_do_not_refund_twice(string database)
    {
        foreach (var (target, transaction, kind) in new[] { ("core", "2208", "timeout"), ("core", "2208", "lostAnswer"), ("bank", "refund", "lostAnswer"), ("bank", "refund", "duplicate") })
        {
            var visit = await PaidAsync(database);
            await visit.Hospital.Host.Control.FaultAsync(target, transaction, kind);
            var request = visit.Refund("ALL", cash: 20.00m, account: 0, fund: 80.00m);

            var first = await visit.RefundAsync(request);
            first.RefStatus.ShouldBeOneOf("EXP", "SUCC");
            await Eventually.GetAsync(() => visit.RefundAsync(request), reply => reply.RefStatus == "SUCC", $"{target} {transaction} {kind}: the refund is finished");

            await visit.EndsAsync("7");
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Cash_goes_back_in_parts_around_the_insurance(string database)
    {
        var visit = await PaidAsync(database);

        (await visit.RefundAsync(visit.Refund("CASH", cash: 5.00m))).RefStatus.ShouldBe("SUCC");
        (await visit.RefundAsync(visit.Refund("HI", fund: 80.00m))).RefStatus.ShouldBe("SUCC");
        await visit.ReachesAsync("11");
        (await visit.RefundAsync(visit.Refund("CASH", cash: 15.00m))).RefStatus.ShouldBe("SUCC");

        await visit.EndsAsync("7");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task ALL_with_other_parts_than_were_paid_is_refused(string database)
    {
        var visit = await PaidAsync(database);

        await Visit.RefusedAsync(Named.RefundNotWhole, () => visit.RefundAsync(visit.Refund("ALL", 20.00m, 0.00m, 79.00m)));
        await Visit.RefusedAsync(Named.RefundNotWhole, () => visit.RefundAsync(visit.Refund("ALL", 19.00m, 0.00m, 80.00m)));
        await Visit.RefusedAsync(Named.SumDiffers, () => visit.RefundAsync(visit.Refund("ALL", 20.00m, 0.00m, 80.00m) with { TotlRefdAmt = 99.00m }));

        await visit.EndsAsync("6");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_account_gets_back_what_it_paid(string database)
    {
        var world = await worlds.OnAsync(database);
        using var core = new CoreDesk(world.Clinic);
        var visit = await world.Clinic.UploadedAsync(Patient.Pensioner, Bill.Covered(100.00m) with { UsesAccount = true });
        var before = await core.BalanceAsync(visit.Patient);
        await visit.PayAsync();
        (before - await core.BalanceAsync(visit.Patient)).ShouldBe(15.00m);
        await visit.ReachesAsync("6");

        (await visit.RefundAsync(visit.Refund("ALL", 0.00m, 15.00m, 85.00m))).RefStatus.ShouldBe("SUCC");

        (await core.BalanceAsync(visit.Patient)).ShouldBe(before);
        await visit.EndsAsync("7");
    }

    /// <summary>One refund of an order is under way at a time; who is told so asks again with the same number.</summary>
    private static async Task<string> UntilDecidedAsync(Visit visit, RefundRequest request) => await Eventually.GetAsync(
        async () =>
        {
            try
            {
                return (await visit.RefundAsync(request)).RefStatus;
            }
            catch (YbPayException refused)
            {
                return refused.RefusalName ?? refused.Message;
            }
        },
        outcome => outcome is not (nameof(Named.RefundUnderWay) or "EXP"), "the refund is decided");

    private async Task<Visit> PaidAsync(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        await visit.PayAsync();
        await visit.PatientPaysAtBankAsync();
        await visit.ReachesAsync("6");
        return visit;
    }
}
