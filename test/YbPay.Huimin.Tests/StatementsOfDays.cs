using System.Net;
using YbPay.Center.Tests.Hosting;
using YbPay.Contracts.Huimin;
using YbPay.Huimin.Tests.Hosting;
using YbPay.Protocol.Files;
using YbPay.Sandbox.Time;

namespace YbPay.Huimin.Tests;

/// <summary>HOS00013: a day's statement is made once, from noon of the next day on, and fetched under a link that is signed and expires.</summary>
public sealed class StatementsOfDays
{
    private const string Day = "20261120";
    private static readonly HttpClient Http = new();

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Each_payment_and_refund_of_the_day_is_one_line_of_fourteen_fields(string database)
    {
        await using var host = await StartAsync(database, "2026-11-21 11:59:50");
        var orders = new PaidOrders(host, host.First.HospitalId);
        await orders.EnrolAsync();
        await orders.PaidAsync("2026-11-19 23:59:59", 1); // the day before
        var early = await orders.PaidAsync("2026-11-20 00:00:00", 9547, discount: 2000);
        var direct = await orders.PaidAsync("2026-11-20 16:50:56", 30000, insured: 20000);
        var free = await orders.PaidAsync("2026-11-20 17:00:00", 0, card: null);
        var back = await orders.RefundedAsync(early, "2026-11-20 23:59:59", 47);
        await orders.RefundedAsync(direct, "2026-11-21 00:00:00", 1); // the day after
        (await host.First.SendAsync("HOS00013", Ask(host))).ShouldSatisfyAllConditions(
            early => early.RtCode.ShouldBe("1000"), early => early.RtMsg.ShouldBe("对账单次日12点后生成"), early => early.Clear.ShouldBeNull());

        host.Clock.Advance(TimeSpan.FromSeconds(10));
        var reply = (await host.First.SendAsync("HOS00013", Ask(host))).Done<QueryStatementReply>();
        reply.SettleDate.ShouldBe(Day);
        var text = await TextOfAsync(await Http.GetByteArrayAsync(reply.SettleFileUrl));
        text.ShouldBe(
            $"{early}!|H{early}!|陈志远!|4401******070015!|20261120!|000000!|01!|9547!|****0421!|H44010000001!|示例市第一医院!|!|2000!|0!|\n" +
            $"{direct}!|H{direct}!|陈志远!|4401******070015!|20261120!|165056!|01!|30000!|****0421!|H44010000001!|示例市第一医院!|!|0!|20000!|\n" +
            $"{free}!|H{free}!|陈志远!|4401******070015!|20261120!|170000!|01!|0!|!|H44010000001!|示例市第一医院!|!|0!|0!|\n" +
            $"{back}!|H{back}!|陈志远!|4401******070015!|20261120!|235959!|02!|47!|****0421!|H44010000001!|示例市第一医院!|!|0!|0!|\n");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task The_bytes_are_the_same_whenever_and_on_whatever_node_they_are_asked_for_and_lie_sealed(string database)
    {
        await using var host = await StartAsync(database, "2026-11-21 13:00:00");
        var orders = new PaidOrders(host, host.First.HospitalId);
        await orders.EnrolAsync();
        await orders.PaidAsync("2026-11-20 10:00:00", 500);
        var first = await FetchAsync(host);
        await orders.PaidAsync("2026-11-20 11:00:00", 700); // what comes afterwards changes no statement; the books name it
        await using var other = await host.StartAnotherAsync();
        host.Clock.Advance(TimeSpan.FromDays(3));
        (await FetchAsync(host)).ShouldBe(first);
        (await FetchAsync(other)).ShouldBe(first);
        var link = (await host.First.SendAsync("HOS00013", Ask(host))).Done<QueryStatementReply>().SettleFileUrl;
        (await Http.GetByteArrayAsync(new Uri(other.Address, new Uri(link).PathAndQuery))).ShouldBe(first);
        (await TextOfAsync(first)).ShouldContain("!|500!|");
        (await host.NumberAsync("SELECT lines FROM statements WHERE day = '20261120' AND hospital_id = 'H44010000001'")).ShouldBe(1);
        var stored = await host.Database.ReadAsync(session => session.FirstOrDefaultAsync<byte[]>("SELECT file FROM statements WHERE day = '20261120'"));
        stored.AsSpan().IndexOf("H44010000001_20261120.txt"u8).ShouldBe(-1);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_day_without_orders_has_an_empty_text_and_each_hospital_its_own(string database)
    {
        await using var host = await StartAsync(database, "2026-11-21 13:00:00");
        var orders = new PaidOrders(host, host.First.HospitalId);
        await orders.EnrolAsync();
        await orders.PaidAsync("2026-11-20 10:00:00", 500);
        (await TextOfAsync(await FetchAsync(host, host.Second))).ShouldBeEmpty();
        (await TextOfAsync(await FetchAsync(host))).ShouldNotBeEmpty();
        var request = Ask(host);
        (await host.Second.SendAsync("HOS00013", request)).RtCode.ShouldBe("1000"); // another hospital's
        (await host.First.SendAsync("HOS00013", request with { SettleDate = "20261131" })).RtCode.ShouldBe("1000");
        (await host.First.SendAsync("HOS00013", request with { SettleDate = "20991231" })).RtCode.ShouldBe("1000");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task At_noon_the_missing_days_are_made_once_by_however_many_nodes(string database)
    {
        await using var host = await StartAsync(database, "2026-11-20 12:00:10");
        var orders = new PaidOrders(host, host.First.HospitalId);
        await orders.EnrolAsync();
        await orders.PaidAsync("2026-11-20 18:00:00", 500);
        await using var other = await host.StartAnotherAsync();
        host.Clock.Advance(TimeSpan.FromHours(20));
        (await host.NumberAsync("SELECT COUNT(*) FROM statements")).ShouldBe(0);
        host.Clock.Advance(TimeSpan.FromHours(4));
        await Eventually.GetAsync(() => host.NumberAsync("SELECT COUNT(*) FROM statements"), made => made == 1, "a statement");
        host.Clock.Advance(TimeSpan.FromDays(3)); // as if it had been down
        await Eventually.GetAsync(() => host.NumberAsync("SELECT COUNT(*) FROM statements"), made => made == 4, "four statements");
        (await host.NumberAsync("SELECT COUNT(*) FROM statements WHERE hospital_id = 'H44010000001' AND lines = 1 AND day = '20261120'")).ShouldBe(1);
        host.Log.Whole.ShouldNotContain("Statements cannot be made");
    }

    [Theory]
    [InlineData(BothDatabases.Sqlite)]
    public async Task A_link_that_was_changed_or_has_expired_leads_nowhere(string database)
    {
        await using var host = await StartAsync(database, "2026-11-21 13:00:00");
        var link = (await host.First.SendAsync("HOS00013", Ask(host))).Done<QueryStatementReply>().SettleFileUrl;
        using var whole = await Http.GetAsync(link);
        (whole.StatusCode, whole.Content.Headers.ContentType!.MediaType, whole.Headers.CacheControl!.NoStore).ShouldBe((HttpStatusCode.OK, "application/zip", true));
        whole.Content.Headers.ContentDisposition!.FileName.ShouldBe("H44010000001_20261120.zip");
        await host.Second.SendAsync("HOS00013", Ask(host) with { HospitalId = host.Second.HospitalId });
        var sign = link[^1] == '0' ? '1' : '0';
        foreach (var forged in new[]
        {
            link[..^1] + sign, link[..^2], link.Replace("&sign=", "&sign=00", StringComparison.Ordinal), link.Replace("until=", "until=9", StringComparison.Ordinal), link[..link.IndexOf('?')],
            link.Replace("H44010000001", "H44010000002", StringComparison.Ordinal), link.Replace("20261120", "20261119", StringComparison.Ordinal), link.Replace("&sign=", "&sign=z", StringComparison.Ordinal),
        }) await NowhereAsync(forged);
        host.Clock.Advance(TimeSpan.FromMinutes(59));
        (await Http.GetByteArrayAsync(link)).ShouldNotBeEmpty();
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        await NowhereAsync(link);
    }

    [Theory]
    [InlineData(BothDatabases.Sqlite)]
    public async Task A_file_that_is_not_what_it_was_is_given_to_nobody(string database)
    {
        await using var host = await StartAsync(database, "2026-11-21 13:00:00");
        await FetchAsync(host);
        await host.Database.WriteAsync(session => session.ExecuteAsync("UPDATE statements SET digest = 'other'"));
        (await host.First.SendAsync("HOS00013", Ask(host))).RtCode.ShouldBe("9999");
        host.Log.Whole.ShouldContain("is not what it was");
    }

    private static async Task NowhereAsync(string link)
    {
        using var answer = await Http.GetAsync(link);
        (answer.StatusCode, await answer.Content.ReadAsStringAsync()).ShouldBe((HttpStatusCode.NotFound, ""), link);
    }

    private static async Task<HuiminHost> StartAsync(string database, string now) =>
        await HuiminHost.StartAsync(database, at: new SandboxClock(DateTimeOffset.Parse(now + " +08:00", System.Globalization.CultureInfo.InvariantCulture)));

    private static QueryStatementRequest Ask(HuiminHost host) => new() { SettleDate = Day, HospitalId = host.First.HospitalId, CityCode = host.First.CityCode };

    private static async Task<byte[]> FetchAsync(HuiminHost host, TestHospital? of = null)
    {
        var hospital = of ?? host.First;
        var reply = (await hospital.SendAsync("HOS00013", Ask(host) with { HospitalId = hospital.HospitalId })).Done<QueryStatementReply>();
        return await Http.GetByteArrayAsync(reply.SettleFileUrl);
    }

    private static async Task<string> TextOfAsync(byte[] zip) => await TextZip.ReadAsync(zip, CancellationToken.None) ?? throw new InvalidOperationException("no zip of one text");
}
