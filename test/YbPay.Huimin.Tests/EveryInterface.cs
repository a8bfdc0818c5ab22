using System.Text;
using System.Text.Json.Nodes;
using YbPay.Contracts.Tables;
using YbPay.Huimin.Tests.Hosting;
using YbPay.Testing.Messages;

namespace YbPay.Huimin.Tests;

/// <summary>
/// What a hospital can get wrong in a message, for each interface of the platform: broken in one way it is refused with the place named and
/// nothing stored; the smallest and the largest valid one are read to the end.
/// </summary>
public sealed class EveryInterface
{
    private static readonly string[] Tables =
        ["enrolments", "enrolment_pages", "visits", "order_numbers", "payments", "refunds", "trials", "discharges", "cases", "case_documents", "case_images", "legs", "outbox", "ledger_entries"];

    /// <summary>A PNG image of one pixel.</summary>
    private const string OnePixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    public static TheoryData<string> Codes => [.. Requests.Select(table => table.Code)];

    private static IEnumerable<ContractTable> Requests =>
        Catalogue.All.Where(table => table is { Document: "huimin", Kind: "request", Node: "" } && table.Code.StartsWith("HOS", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task A_message_broken_in_one_way_is_refused_and_nothing_is_stored(string code)
    {
        await using var host = await HuiminHost.StartAsync(BothDatabases.Sqlite, options => options.Retired = true);
        var breaks = 0;
        foreach (var broken in MessageMaker.Broken(Requests.Single(table => table.Code == code)))
        {
            Mend(code, broken.Message, broken.Path);
            var reply = await host.First.SendAsync(code, Bytes(broken.Message));
            reply.RtCode.ShouldBe("1000", broken.ToString());
            reply.RtMsg.ShouldContain(broken.Path, Case.Sensitive, broken.ToString());
            reply.Clear.ShouldBeNull();
            breaks++;
        }

        breaks.ShouldBeGreaterThan(5);
        (await StoredAsync(host)).ShouldBe(0);
        host.Log.Errors.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task The_smallest_and_the_largest_message_are_read_to_the_end(string code)
    {
        await using var host = await HuiminHost.StartAsync(BothDatabases.Sqlite, options => options.Retired = true);
        var table = Requests.Single(request => request.Code == code);
        foreach (var message in new[] { MessageMaker.Smallest(table), MessageMaker.Largest(table) })
        {
            Mend(code, message, "");
            if (message.ContainsKey("hospitalId")) message["hospitalId"] = host.First.HospitalId;
            if (message.ContainsKey("cityCode")) message["cityCode"] = host.First.CityCode;
            var reply = await host.First.SendAsync(code, Bytes(message));
            reply.RtCode.ShouldNotBe("9999", reply.RtMsg);
            reply.RtMsg.ShouldNotContain(Refusals.MessageInvalid.Message + "：" + table.Rows[0].Name);
        }

        host.Log.Errors.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task What_is_no_message_at_all_is_refused(string code)
    {
        await using var host = await HuiminHost.StartAsync(BothDatabases.Sqlite, options => options.Retired = true);
        foreach (var text in new[] { "[]", "1", "null", "\"text\"", "{", "{}", new string('[', 5000), "{\"a\":\"\uFFFF\"}", "{\"orderId\":\"1\",\"orderId\":\"2\"}" })
        {
            var reply = await host.First.SendAsync(code, Encoding.UTF8.GetBytes(text));
            reply.RtCode.ShouldBe("1000", $"{code} {text[..Math.Min(20, text.Length)]}");
            reply.RtMsg.Length.ShouldBeLessThanOrEqualTo(60); // as printed, however much is wrong
        }
        (await host.First.SendAsync(code, [0x7B, 0x22, 0xFF, 0xFE, 0x22, 0x3A, 0x31, 0x7D])).RtCode.ShouldBe("1000");
        (await StoredAsync(host)).ShouldBe(0);
        host.Log.Errors.ShouldBeEmpty();
    }

    /// <summary>Gives the members whose content has a form of its own a value that has it, except the one that is broken on purpose.</summary>
    private static void Mend(string code, JsonObject message, string broken)
    {
        if (broken != "imageBase64" && message.ContainsKey("imageBase64")) message["imageBase64"] = OnePixel;
        if (broken != "settleDate" && message.ContainsKey("settleDate")) message["settleDate"] = code == "HOS00013" ? "20200101" : "2020-01-01";
    }

    private static byte[] Bytes(JsonObject message) => Encoding.UTF8.GetBytes(message.ToJsonString());

    private static Task<long> StoredAsync(HuiminHost host) => host.NumberAsync(string.Join(" + ", Tables.Select(table => $"(SELECT COUNT(*) FROM {table})")));
}
