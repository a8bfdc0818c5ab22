using YbPay.Cashier.Tests.Browsers;
using YbPay.Center.Tests.Cashier;
using YbPay.Center.Tests.Hosting;

namespace YbPay.Cashier.Tests.Flows;

/// <summary>What the walks through a whole sandbox have in common.</summary>
internal static class Walks
{
    /// <summary>Opens a hospital's cashier address; the cashier must stand there.</summary>
    public static async Task<Phone> ArrivesAtCashierAsync(this CashierBrowser browser, Visit visit, string address, bool hasScript = true)
    {
        var phone = await browser.OpenAsync(address, hasScript: hasScript);
        phone.Page.Url.ShouldBe(visit.Page("/cashier/pay"));
        (await phone.Page.TitleAsync()).ShouldBe("医保收银台");
        return phone;
    }

    public static string Bank(this Visit visit) => visit.Hospital.Host.Plan.Addresses.Bank + "/pay/";

    public static Task<string> DueAsync(this Phone phone) => phone.At(".due-amount").InnerTextAsync();

    /// <summary>The value beside a label of the fee card.</summary>
    public static Task<string> PartAsync(this Phone phone, string kind) => phone.At($".line.{kind} dd").InnerTextAsync();

    /// <summary>From the confirmation over the bank's page to the result.</summary>
    public static async Task PaysAtBankAsync(this Phone phone, Visit visit)
    {
        await phone.ArrivesAsync(visit.Bank());
        await phone.TapsAsync("支付");
        await phone.ArrivesAsync(visit.Page("/cashier/result"));
        await phone.SeesAsync("支付成功");
    }

    /// <summary>Nothing broke on the way, and nothing personal stands in an address or was told to the next site.</summary>
    public static async Task LeavesNoTraceAsync(this Phone phone, Visit visit)
    {
        phone.Complaints.ShouldBeEmpty();
        foreach (var request in phone.Requests)
        {
            var address = Uri.UnescapeDataString(request.Url);
            foreach (var personal in (string[])[visit.Bill.IdNo, visit.Bill.PsnNo, visit.Bill.UserName, visit.Patient.PayAuthNo, visit.Patient.EcToken]) address.ShouldNotContain(personal);
            (await request.AllHeadersAsync()).GetValueOrDefault("referer").ShouldBeNullOrEmpty(address);
        }
    }
}
