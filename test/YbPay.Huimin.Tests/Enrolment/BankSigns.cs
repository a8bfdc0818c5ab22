using YbPay.Contracts.Huimin;
using YbPay.Huimin.Tests.Hosting;
using YbPay.Sandbox.Faults;
using YbPay.Sandbox.Orders;
using YbPay.Storage;
using static YbPay.Center.Tests.Hosting.Eventually;

namespace YbPay.Huimin.Tests.Enrolment;

/// <summary>The bank at the moment of signing: it refuses, decides late, or its answer is lost. Nobody is enrolled by a guess, nor twice.</summary>
public sealed class BankSigns
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task What_the_bank_refuses_is_said_and_another_account_can_be_tried(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        using var page = await PageAsync(host);
        await page.OpenAsync();
        host.PullAtBank(LeverAction.Refuse, "AGREEMENT");
        (await page.SignAsync("0", TestPatient.Rich.Ending)).Status.ShouldBe(303);
        (await SignStatusAsync(host)).ShouldBe("0");
        (await page.SignAsync("1", TestPatient.Rich.Ending)).Status.ShouldBe(303);
        (await page.OpenAsync()).ShouldContain("签约成功");
        (await SignStatusAsync(host)).ShouldBe("1");
        (await host.NumberAsync("SELECT COUNT(*) FROM enrolments WHERE state = 8 AND agreement IS NULL AND account IS NULL")).ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_refused_person_reads_why(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        using var page = await PageAsync(host);
        await page.OpenAsync();
        host.PullAtBank(LeverAction.Refuse, "AGREEMENT");
        await page.SignAsync("0", TestPatient.Rich.Ending);
        (await page.OpenAsync()).ShouldContain("付款账户所在机构没有同意：模拟银行按指令拒绝本次交易");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_bank_that_decides_late_is_waited_for_and_the_page_says_so(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        using var page = await PageAsync(host);
        await page.OpenAsync();
        host.PullAtBank(LeverAction.Late, "AGREEMENT");
        (await page.SignAsync("0", TestPatient.Rich.Ending)).Status.ShouldBe(303);
        var waiting = await page.OpenAsync();
        waiting.ShouldContain("请不要重复提交");
        waiting.ShouldContain("http-equiv=\"refresh\"");
        (await page.SignAsync("1", TestPatient.Rich.Ending)).Status.ShouldBe(303); // answered as the first one
        (await SignStatusAsync(host)).ShouldBe("0");
        (await host.First.PayAsync(host.First.Payment(new string('0', 64), 100))).RtCode.ShouldBe("0001");
        (await host.OrderAsync(TestPatient.Rich.IdNo, "end")).Status.ShouldBe(409);
        await host.Bank.FinishAllAsync(default);
        await HoldsAsync(async () => await SignStatusAsync(host) == "1", "the person is enrolled");
        (await page.OpenAsync()).ShouldContain("签约成功");
        (await host.NumberAsync("SELECT COUNT(*) FROM enrolments WHERE account IS NOT NULL")).ShouldBe(0); // the account's number is forgotten
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task An_answer_that_is_lost_is_asked_for(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        foreach (var (patient, kind) in ((TestPatient, FaultKind)[])[(TestPatient.Rich, FaultKind.LostAnswer), (TestPatient.Second, FaultKind.Timeout)])
        {
            using var page = await PageAsync(host, patient);
            await page.OpenAsync();
            host.Order(FaultTarget.CreditBank, "agree", kind);
            (await page.SignAsync("0", patient.Ending)).Status.ShouldBe(303);
            await HoldsAsync(async () => await SignStatusAsync(host, patient) == "1", $"enrolled after {kind}");
        }

        (await host.NumberAsync("SELECT COUNT(*) FROM legs WHERE kind = 'credit.agree'")).ShouldBe(2);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_bank_that_cannot_be_reached_has_agreed_to_nothing(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        await using var cut = await host.StartAnotherAsync(options => options.CreditBank.BaseUrl = "http://127.0.0.1:9");
        var address = (await host.First.AskAddressAsync(TestPatient.Rich, "V0001")).Done<EnrolmentAddressReply>().ForwardUrl;
        using var page = new SigningPage(address);
        await page.OpenAsync();
        using var elsewhere = new SigningPage(new Uri(cut.Address, new Uri(address).AbsolutePath).ToString());
        (await elsewhere.SignAsync("0", TestPatient.Rich.Ending)).Status.ShouldBe(303);
        (await page.OpenAsync()).ShouldContain("对方系统暂时无法受理");
        (await page.SignAsync("0", TestPatient.Rich.Ending)).Status.ShouldBe(303);
        (await SignStatusAsync(host)).ShouldBe("1");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_node_that_died_while_signing_is_taken_over(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        using var page = await PageAsync(host);
        await page.OpenAsync();
        await using (var dying = await host.StartAnotherAsync())
        {
            host.PullAtBank(LeverAction.Late, "AGREEMENT");
            using var there = new SigningPage(new Uri(dying.Address, new Uri(page.Address).AbsolutePath).ToString());
            (await there.SignAsync("0", TestPatient.Rich.Ending)).Status.ShouldBe(303);
        }

        await host.Bank.FinishAllAsync(default);
        await HoldsAsync(async () => await SignStatusAsync(host) == "1", "the other node has finished it");
        (await host.NumberAsync("SELECT COUNT(*) FROM audit WHERE action = 'Enrolled'")).ShouldBe(1);
    }

    private static async Task<string> SignStatusAsync(HuiminHost host, TestPatient? patient = null) =>
        (await host.First.AskEnrolmentAsync(patient ?? TestPatient.Rich, "V" + (patient ?? TestPatient.Rich).Ending)).Done<QueryEnrolmentReply>().SignStatus;

    private static async Task<SigningPage> PageAsync(HuiminHost host, TestPatient? patient = null) =>
        new((await host.First.AskAddressAsync(patient ?? TestPatient.Rich)).Done<EnrolmentAddressReply>().ForwardUrl);
}
