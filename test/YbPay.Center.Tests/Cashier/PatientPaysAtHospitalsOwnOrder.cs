using System.Net;
using System.Text.RegularExpressions;
using YbPay.Center.Tests.Hosting;

namespace YbPay.Center.Tests.Cashier;

/// <summary>6204: the patient is led to the hospital, which takes the cash part by its own WeChat or Alipay order.</summary>
public sealed partial class PatientPaysAtHospitalsOwnOrder(Worlds worlds) : IClassFixture<Worlds>
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_hospital_takes_the_cash_and_the_centre_learns_it(string database)
    {
        var world = await worlds.OnAsync(database);
        foreach (var (hospital, channel) in new[] { (world.Clinic, "WX"), (world.Hospital, "ALI") })
        {
            var visit = await hospital.UploadedAsync(Patient.Resident, Bill.NotCovered(30.00m));
            using var browser = new Browser();
            var page = await visit.OpensAsync(browser, visit.AddressWithDeposit("4.50"));
            page.ShouldContain("微信支付");
            page.ShouldContain("支付宝支付");

            var front = await visit.ConfirmsAsync(browser, page, channel);
            front.ShouldStartWith($"{world.Plan.CallbackBaseOf(hospital.OrgCodg)}/front?mpcAppId={world.Plan.Secrets.Partners[hospital.OrgCodg].AppId}&encData=");
            front.ShouldEndWith($"&chnlType={channel}");
            (await visit.ResultAsync(browser)).ShouldContain("正在确认支付结果");
            var till = await EnterAsync(browser, front);
            (await TextAsync(browser, till)).ShouldContain("25.50");
            await PayAsync(browser, till);

            (await visit.QueryAsync()).OrdStas.ShouldBeOneOf("3", "5", "6");
            (await visit.ResultAsync(browser)).ShouldContain("支付成功");
            await visit.EndsPaidAsync();
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_back_button_leads_to_the_same_order_and_it_is_paid_once(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        using var browser = new Browser();
        var page = await visit.OpensAsync(browser, visit.Address());

        var front = await visit.ConfirmsAsync(browser, page, "WX");
        var till = await EnterAsync(browser, front);
        (await visit.ConfirmsAsync(browser, page, "BANK")).ShouldBe(front, "the cash is asked for where the patient chose first");
        (await EnterAsync(browser, front)).ShouldBe(till);
        await PayAsync(browser, till);
        await PayAsync(browser, till);

        await visit.EndsPaidAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_refund_goes_back_through_the_hospital_and_what_it_refuses_is_tried_again(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        using var browser = new Browser();
        await PayAsync(browser, await EnterAsync(browser, await visit.ConfirmsAsync(browser, await visit.OpensAsync(browser, visit.Address()), "WX")));
        await visit.EndsPaidAsync();
        await world.Control.FaultAsync("hospital", "refund", "refuse");

        (await visit.RefundAsync(visit.Refund("ALL", 20.00m, 0.00m, 80.00m))).RefStatus.ShouldBe("EXP");
        (await visit.RefundAsync(visit.Refund("CASH", 20.00m))).RefStatus.ShouldBe("SUCC");

        await visit.ReachesAsync("7");
        (await visit.ResultAsync(browser)).ShouldContain("已退回现金");
        await world.BooksAreCleanAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_hospital_that_does_not_answer_is_asked_again(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.Resident, Bill.NotCovered(12.00m));
        using var browser = new Browser();
        var till = await EnterAsync(browser, await visit.ConfirmsAsync(browser, await visit.OpensAsync(browser, visit.Address()), "WX"));
        await world.Control.FaultAsync("hospital", "query", "lostAnswer", count: 2);

        await PayAsync(browser, till);

        await visit.EndsPaidAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_the_centre_did_not_encrypt_makes_no_order(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.Resident, Bill.NotCovered(12.00m));
        using var browser = new Browser();
        var front = await visit.ConfirmsAsync(browser, await visit.OpensAsync(browser, visit.Address()), "WX");

        foreach (var forged in new[]
                 {
                     front.Replace("chnlType=WX", "chnlType=CASH", StringComparison.Ordinal), front.Replace("encData=", "encData=00", StringComparison.Ordinal),
                     front.Replace("mpcAppId=", "mpcAppId=0", StringComparison.Ordinal), front[..front.IndexOf('?', StringComparison.Ordinal)],
                 })
        {
            using var answer = await browser.GetAsync(forged);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, forged);
        }
    }

    /// <summary>The address of the hospital's own till behind its front address.</summary>
    private static async Task<string> EnterAsync(Browser browser, string front)
    {
        using var entered = await browser.GetAsync(front);
        entered.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var till = entered.Headers.Location!.OriginalString;
        Till().IsMatch(till).ShouldBeTrue(till);
        return new Uri(front).GetLeftPart(UriPartial.Authority) + till;
    }

    private static async Task<string> TextAsync(Browser browser, string address)
    {
        using var page = await browser.GetAsync(address);
        return await page.Content.ReadAsStringAsync();
    }

    private static async Task PayAsync(Browser browser, string till)
    {
        using var paid = await browser.PostAsync(till, ("action", "pay"));
        paid.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await TextAsync(browser, till)).ShouldContain("支付成功");
    }

    [GeneratedRegex("^/hospital/H[0-9]{11}/own/H[0-9]{14}[0-9A-F]{17}$")]
    private static partial Regex Till();
}
