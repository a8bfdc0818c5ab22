using YbPay.Contracts.Huimin;
using YbPay.Huimin.Tests.Hosting;

namespace YbPay.Huimin.Tests.Enrolment;

/// <summary>Freeze, unfreeze, end: what an operator does for a patient who asks, and what hospitals then see.</summary>
public sealed class OperatorsStop
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_frozen_person_pays_nothing_is_refunded_and_pays_again_when_unfrozen(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var token = await host.First.EnrolAsync(TestPatient.Rich, "V0001");
        var paid = await host.First.PaidAsync(token, 1_000);
        (await host.OrderAsync(TestPatient.Rich.IdNo, "freeze")).ShouldBe((200, "9"));
        var frozen = (await host.First.AskEnrolmentAsync(TestPatient.Rich, "V0001")).Done<QueryEnrolmentReply>();
        (frozen.SignStatus, frozen.SignToken, frozen.ForwardUrl).ShouldBe(("9", null, null));
        var refused = await host.First.PayAsync(host.First.Payment(token, 1_000));
        (refused.RtCode, refused.RtMsg).ShouldBe(("0002", "用户签约状态已冻结"));
        (await host.First.RefundAsync(paid.QueryId, 400)).Done<CreditRefundReply>().OrderStatus.ShouldBe("12");

        (await host.OrderAsync(TestPatient.Rich.IdNo, "freeze")).Status.ShouldBe(409);
        (await host.OrderAsync(TestPatient.Rich.IdNo, "unfreeze")).ShouldBe((200, "1"));
        (await host.OrderAsync(TestPatient.Rich.IdNo, "unfreeze")).Status.ShouldBe(409);
        (await host.First.AskEnrolmentAsync(TestPatient.Rich, "V0001")).Done<QueryEnrolmentReply>().SignToken.ShouldBe(token);
        (await host.First.PaidAsync(token, 1_000)).OrderStatus.ShouldBe("02");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Who_has_ended_it_can_enrol_again_and_the_old_token_stays_dead(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var token = await host.First.EnrolAsync(TestPatient.Rich, "V0001");
        var paid = await host.First.PaidAsync(token, 1_000);
        (await host.OrderAsync(TestPatient.Rich.IdNo, "end", "患者要求解除")).ShouldBe((200, "0"));
        (await host.OrderAsync(TestPatient.Rich.IdNo, "end")).Status.ShouldBe(404);
        var ended = (await host.First.AskEnrolmentAsync(TestPatient.Rich, "V0001")).Done<QueryEnrolmentReply>();
        (ended.SignStatus, ended.SignToken).ShouldBe(("0", null));
        (await host.First.PayAsync(host.First.Payment(token, 1_000))).RtCode.ShouldBe("0001");
        (await host.First.RefundAsync(paid.QueryId, 1_000)).Done<CreditRefundReply>().OrderStatus.ShouldBe("12");

        using var page = new SigningPage(ended.ForwardUrl!);
        await page.OpenAsync();
        (await page.SignAsync("1", TestPatient.Rich.Ending)).Status.ShouldBe(303);
        var again = (await host.First.AskEnrolmentAsync(TestPatient.Rich, "V0001")).Done<QueryEnrolmentReply>().SignToken.ShouldNotBeNull();
        again.ShouldNotBe(token);
        (await host.First.PayAsync(host.First.Payment(token, 1_000))).RtCode.ShouldBe("0001");
        (await host.First.PaidAsync(again, 1_000)).AccType.ShouldBe("02");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task An_address_that_has_signed_does_not_sign_again_after_the_end(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        using var page = new SigningPage((await host.First.AskAddressAsync(TestPatient.Rich)).Done<EnrolmentAddressReply>().ForwardUrl);
        await page.OpenAsync();
        await page.SignAsync("0", TestPatient.Rich.Ending);
        (await host.OrderAsync(TestPatient.Rich.IdNo, "end")).Status.ShouldBe(200);
        (await page.OpenAsync()).ShouldContain("签约已解除");
        (await page.SignAsync("0", TestPatient.Rich.Ending)).Status.ShouldBe(303);
        (await host.NumberAsync("SELECT COUNT(*) FROM enrolments")).ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Only_an_operator_with_the_token_and_a_reason_does_it_and_it_is_in_the_audit(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        await host.First.EnrolAsync(TestPatient.Rich, "V0001");
        (await host.OrderAsync(TestPatient.Rich.IdNo, "freeze", token: null)).Status.ShouldBe(404);
        (await host.OrderAsync(TestPatient.Rich.IdNo, "freeze", token: "another")).Status.ShouldBe(404);
        (await host.OrderAsync(TestPatient.Second.IdNo, "freeze")).Status.ShouldBe(404);
        foreach (var (action, reason) in ((string, string)[])[("freeze", ""), ("forget", "测试"), ("", "测试"), ("freeze", new string('长', 201))])
            (await host.OrderAsync(TestPatient.Rich.IdNo, action, reason)).Status.ShouldBe(400, action);
        (await host.First.AskEnrolmentAsync(TestPatient.Rich, "V0001")).Done<QueryEnrolmentReply>().SignStatus.ShouldBe("1");
        (await host.OrderAsync(TestPatient.Rich.IdNo, "freeze", "患者来电")).Status.ShouldBe(200);
        (await host.NumberAsync("SELECT COUNT(*) FROM audit WHERE actor = 'operator' AND action = 'EnrolmentFrozen' AND detail = '患者来电'")).ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Of_many_orders_at_the_same_moment_one_is_carried_out(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        await using var other = await host.StartAnotherAsync();
        await host.First.EnrolAsync(TestPatient.Rich, "V0001");
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => (i % 2 == 0 ? host : other).OrderAsync(TestPatient.Rich.IdNo, "freeze")));
        answers.Count(answer => answer.Status == 200).ShouldBe(1);
        answers.Count(answer => answer.Status == 409).ShouldBe(15);
    }
}
