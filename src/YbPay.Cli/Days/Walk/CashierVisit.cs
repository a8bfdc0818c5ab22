using System.Net;
using YbPay.Cli.Demo;

namespace YbPay.Cli.Days.Walk;

/// <summary>The patient's phone: opens the hospital's address and confirms, over the pages that a browser gets.</summary>
internal static class CashierVisit
{
    private static readonly Dictionary<string, string> AtTheBank = new() { ["channel"] = "BANK" };

    /// <summary>Confirms; whatever page comes of it, the order tells how it went. Without a form (the core was silent) nothing is confirmed.</summary>
    public static async Task ConfirmAsync(Visit visit, CancellationToken cancel)
    {
        var centre = visit.World.Plan.Addresses.Center;
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() });
        var deposit = visit.Plan.Deposit > 0 ? visit.Deposit.ToYuan() : (decimal?)null;
        var address = CashierOrder.AddressOf(visit.World.Plan.File([]), visit.Hospital.Partner, visit.Order.CashierUrl!, visit.Credential.AuthNo!, deposit);
        using var opened = await browser.GetAsync(new Uri(address), cancel);
        if (CashierForm.TokenOf(await opened.Content.ReadAsStringAsync(cancel)) is not { } token) return;
        using var form = new FormUrlEncodedContent(AtTheBank.Append(KeyValuePair.Create("formToken", token)));
        using var confirmed = await browser.PostAsync(new Uri($"{centre}/cashier/pay"), form, cancel);
    }
}
