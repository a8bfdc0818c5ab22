using System.Net.Http.Json;
using System.Text.Json.Nodes;
using YbPay.Sandbox.Plan;

namespace YbPay.Interop.Tests.Hosting;

/// <summary>Uploads, is refused, pays, asks, refunds and revokes; collects every credential on the way.</summary>
internal sealed class TalkativeJourney(World world, RawHospital hospital, SandboxPerson person, List<string> secrets)
{
    /// <summary>The first order's.</summary>
    public string PayOrdId { get; private set; } = "";

    public async Task RunAsync()
    {
        var bill = await BillAsync();
        var order = await GoodAsync("uldFeeInfo", bill);
        PayOrdId = order["payOrdId"]!.ToString();
        var question = Bills.Question(hospital, person, order);
        await RefusedAsync("uldFeeInfo", With(bill, "deptName", "另一个科室"));
        await RefusedAsync("uldFeeInfo", With(await BillAsync(), "idNo", person.IdNo + person.PsnNo + person.IdNo));
        await RefusedAsync("uldFeeInfo", With(await BillAsync(), "userName", "冒名者"));
        await RefusedAsync("query_order_info", With(question, "payToken", "00000000000000000000000000000000"));
        var payment = await world.PaymentAsync(bill, person, order);
        secrets.Add(payment["payAuthNo"]!.ToString());
        await GoodAsync("pay_order", payment);
        await CompleteAsync(question);
        await RefusedAsync("revoke_order", question);
        await RefusedAsync("refund_Order", await RefundAsync(order, 99_999_999m));
        await GoodAsync("refund_Order", await RefundAsync(order, 0.01m));

        var second = await BillAsync();
        await GoodAsync("revoke_order", Bills.Question(hospital, person, await GoodAsync("uldFeeInfo", second)));
        (await hospital.PostAsync("uldFeeInfo", hospital.Seal(await BillAsync())[..^9])).ShouldContain("1002");
    }

    private async Task<JsonObject> BillAsync()
    {
        var bill = await world.BillAsync(hospital, person);
        bill["acctUsedFlag"] = "0";
        secrets.Add(bill["ecToken"]!.ToString());
        return bill;
    }

    private async Task<JsonObject> GoodAsync(string path, JsonObject message)
    {
        var told = await hospital.AskAsync(path, message);
        told.Code.ShouldBe("0", told.Message);
        foreach (var name in (string[])["payToken", "revsToken"])
            if (told.Data[name] is { } token) secrets.Add(token.ToString());
        return told.Data;
    }

    private async Task RefusedAsync(string path, JsonObject message) => (await hospital.AskAsync(path, message)).Code.ShouldNotBe("0");

    private async Task<JsonObject> RefundAsync(JsonObject order, decimal cash)
    {
        var token = await world.VoucherAsync(person, "ecToken");
        secrets.Add(token);
        return new()
        {
            ["payOrdId"] = order["payOrdId"]!.GetValue<string>(), ["appRefdSn"] = "RF" + cash, ["appRefdTime"] = "20260101120000", ["totlRefdAmt"] = cash,
            ["cashRefdAmt"] = cash, ["refdType"] = "CASH", ["ecToken"] = token,
        };
    }

    /// <summary>The patient pays the rest at the bank as soon as it knows of it; done when 6301 says 6.</summary>
    private async Task CompleteAsync(JsonObject question)
    {
        using var http = new HttpClient();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var tries = 0; tries < 400; tries++)
        {
            using var move = await http.PostAsJsonAsync($"{world.Plan.Addresses.Control}/bank/{question["payOrdId"]}", new { action = "pay" });
            if ((await GoodAsync("query_order_info", question))["ordStas"]!.ToString() == "6") return;
            await timer.WaitForNextTickAsync();
        }

        throw new ShouldAssertException("the order is not complete after 20 s");
    }

    private static JsonObject With(JsonObject message, string field, string value)
    {
        var changed = message.DeepClone().AsObject();
        changed[field] = value;
        return changed;
    }
}
