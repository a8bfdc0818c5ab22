using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using YbPay.Cli.Demo;
using YbPay.Contracts.MobilePay;
using YbPay.Sandbox.Plan;

namespace YbPay.Interop.Tests.Hosting;

/// <summary>Good messages, as JSON that a test can spoil.</summary>
internal static class Bills
{
    private static int seed = Environment.TickCount;

    public static async Task<string> VoucherAsync(this World world, SandboxPerson person, string kind)
    {
        using var http = new HttpClient();
        using var answer = await http.PostAsJsonAsync(world.Plan.Addresses.Control + "/vouchers", new { psnNo = person.PsnNo, kind });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("value").GetString()!;
    }

    /// <summary>6201 that would be accepted.</summary>
    public static async Task<JsonObject> BillAsync(this World world, RawHospital hospital, SandboxPerson person)
    {
        var identity = new DecodeQrCodeReply
        {
            UserName = person.UserName, IdNo = person.IdNo, IdType = person.IdType, InsuOrg = person.InsuplcAdmdvs, EcToken = await world.VoucherAsync(person, "ecToken"),
        };
        var bill = new DemoBill(new Random(Interlocked.Increment(ref seed)), world.Clock).Outpatient(hospital.OrgCodg, identity, person);
        return JsonNode.Parse(MobileJson.Write(bill))!.AsObject();
    }

    /// <summary>What 6301 and 6401 ask for.</summary>
    public static JsonObject Question(RawHospital hospital, SandboxPerson person, JsonObject order) => new()
    {
        ["payOrdId"] = order["payOrdId"]!.GetValue<string>(), ["orgCodg"] = hospital.OrgCodg, ["payToken"] = order["payToken"]!.GetValue<string>(),
        ["idNo"] = person.IdNo, ["userName"] = person.UserName, ["idType"] = person.IdType,
    };

    /// <summary>6202.</summary>
    public static async Task<JsonObject> PaymentAsync(this World world, JsonObject bill, SandboxPerson person, JsonObject order) => new()
    {
        ["payAuthNo"] = await world.VoucherAsync(person, "payAuthNo"), ["payOrdId"] = order["payOrdId"]!.GetValue<string>(),
        ["payToken"] = order["payToken"]!.GetValue<string>(), ["orgCodg"] = bill["orgCodg"]!.GetValue<string>(), ["orgBizSer"] = "BIZ" + Interlocked.Increment(ref seed),
        ["chrgBchno"] = bill["chrgBchno"]!.GetValue<string>(), ["feeType"] = "01", ["mdtrtId"] = "V1",
    };
}
