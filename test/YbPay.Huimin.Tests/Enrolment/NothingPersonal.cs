using System.Text;
using YbPay.Contracts.Huimin;
using YbPay.Huimin.Tests.Hosting;
using YbPay.Sandbox.Orders;

namespace YbPay.Huimin.Tests.Enrolment;

/// <summary>Names, numbers, accounts, agreements, tokens and addresses are in no log line and in no clear column.</summary>
public sealed class NothingPersonal
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task No_line_of_the_whole_log_holds_any_of_it(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var (secrets, _) = await WholeLifeAsync(host);
        var log = host.Log.Whole;
        log.ShouldContain("wrong ending");
        log.ShouldContain("PersonDiffers");
        foreach (var secret in secrets) log.Contains(secret, StringComparison.OrdinalIgnoreCase).ShouldBeFalse(secret);
    }

    /// <summary>The server's own lines about each request are never written (RoleHost); all others know nothing of where a patient signs.</summary>
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task No_line_of_the_platform_holds_the_address_of_a_page(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var secret = new Uri((await host.First.AskAddressAsync(TestPatient.Rich)).Done<EnrolmentAddressReply>().ForwardUrl);
        using var page = new SigningPage(secret.ToString());
        await page.OpenAsync();
        await page.SignAsync("0", "000000");
        await page.SignAsync("0", TestPatient.Rich.Ending);
        var lines = host.Log.Whole.Split('\n').Where(line => line.Contains(" YbPay.", StringComparison.Ordinal) && !line.StartsWith("scope", StringComparison.Ordinal)).ToList();
        lines.ShouldContain(line => line.Contains("wrong ending", StringComparison.Ordinal));
        lines.Where(line => line.Contains(secret.Segments[^1], StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_file_of_the_database_holds_any_of_it()
    {
        await using var host = await HuiminHost.StartAsync(BothDatabases.Sqlite);
        var (secrets, address) = await WholeLifeAsync(host);
        var bytes = Directory.GetFiles(Path.GetDirectoryName(host.StoragePath)!, "huimin*").SelectMany(Shared).ToArray();
        bytes.Length.ShouldBeGreaterThan(10_000);
        Holds(bytes, "示例银行信用卡").ShouldBeTrue(); // masked labels are kept clear: the search finds what is there
        foreach (var secret in secrets) Holds(bytes, secret).ShouldBeFalse(secret);
        Holds(bytes, address).ShouldBeFalse();
    }

    /// <summary>Refused, wrong, signed, looked at, frozen, paid, refunded; gives what must be nowhere.</summary>
    private static async Task<(IReadOnlyList<string> Secrets, string Address)> WholeLifeAsync(HuiminHost host)
    {
        var patient = TestPatient.Rich;
        await host.First.AskEnrolmentAsync(patient, "V0001");
        var address = (await host.First.AskAddressAsync(patient, "V0001")).Done<EnrolmentAddressReply>().ForwardUrl;
        using var page = new SigningPage(address);
        var shown = await page.OpenAsync();
        await page.SignAsync(page.PlaceOf(shown, "02"), "000000");
        host.PullAtBank(LeverAction.Refuse, "AGREEMENT");
        await page.SignAsync(page.PlaceOf(shown, "02"), patient.Ending);
        await page.SignAsync(page.PlaceOf(shown, "02"), patient.Ending);
        await host.First.AskEnrolmentAsync(patient with { Name = "欧阳不符" }, "V0001");
        var token = (await host.First.AskEnrolmentAsync(patient, "V0001")).Done<QueryEnrolmentReply>().SignToken!;
        var paid = await host.First.PaidAsync(token, 60_000);
        await host.First.RefundAsync(paid.QueryId, 10_000);
        await host.OrderAsync(patient.IdNo, "freeze");
        await host.First.PayAsync(host.First.Payment(token, 100));
        return ([patient.IdNo, patient.Name, patient.Mobile, patient.Ending, "欧阳不符", "6225990200000000421", "6217990200000000413", token], new Uri(address).Segments[^1]);
    }

    private static bool Holds(byte[] bytes, string text) => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;

    private static byte[] Shared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
