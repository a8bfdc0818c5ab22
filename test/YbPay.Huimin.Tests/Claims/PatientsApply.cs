using System.Net.Http.Json;
using System.Text.Json.Nodes;
using YbPay.Huimin.Tests.Hosting;

namespace YbPay.Huimin.Tests.Claims;

/// <summary>POST /internal/claims with everything that can be wrong with it, and by two hundred at once.</summary>
public sealed class PatientsApply
{
    public static TheoryData<string, string> Wrong => new()
    {
        { "idNo", "" }, { "idNo", new string('1', 19) }, { "userName", "" }, { "userName", new string('名', 65) }, { "hospitalId", "H" }, { "treatmentSerialNo", "" },
        { "treatmentSerialNo", new string('Z', 129) }, { "claimType", "3" }, { "insuranceId", "" }, { "insuranceId", "123456789" }, { "insuranceName", "" }, { "kind", "other" },
        { "medStartDate", "20260230" }, { "medStartDate", "29990101" }, { "medEndDate", "2026-01-01" }, { "medType", "0050" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task An_application_with_one_mistake_is_refused_at_it(string member, string value)
    {
        await using var host = await HuiminHost.StartAsync(BothDatabases.Sqlite);
        var (status, body) = await new TestCase(host.First, TestPatient.Rich).AskToApplyAsync(change: wanted => wanted[member] = value);
        (status, (string?)body["code"]).ShouldBe((400, "ApplicationInvalid"));
        ((string?)body["message"])!.ShouldContain(value == "29990101" ? "medEndDate" : member);
        await NothingStaysAsync(host);
    }

    [Fact]
    public async Task What_is_no_application_is_refused_and_nothing_stays()
    {
        await using var host = await HuiminHost.StartAsync(BothDatabases.Sqlite);
        var claim = new TestCase(host.First, TestPatient.Rich);
        foreach (var text in (string[])["", "[]", "1", "null", "{", "{\"letter\":1}", "{\"letter\":\"\"}", "{}", new string('[', 5000), "{\"idNo\":{}}"])
        {
            using var body = new StringContent(text);
            (await claim.PostAsync(body)).Status.ShouldBe(400, text[..Math.Min(20, text.Length)]);
        }

        foreach (var (letter, why) in new[] { ("!!!", "letter 不是有效的Base64"), (Convert.ToBase64String("no image at all"u8), "文件内容不是JPG、PNG或PDF") })
        {
            var (status, body) = await claim.AskToApplyAsync(change: wanted => wanted["letter"] = letter);
            (status, (string?)body["code"], (string?)body["message"]).ShouldBe((400, "ImageInvalid", "影像文件不符合要求：" + why));
        }

        using var much = new ByteArrayContent(new byte[5 * 1024 * 1024]);
        (await claim.PostAsync(much)).Status.ShouldBe(413);
        using var rest = JsonContent.Create(new JsonObject { ["letter"] = Convert.ToBase64String(Images.Png()), ["userName"] = new string('x', 20_000) });
        (await claim.PostAsync(rest)).Status.ShouldBe(400);
        (await claim.AskToApplyAsync(TestCase.Relief, claimType: "1", kind: "relief")).Status.ShouldBe(400); // the fund settles nothing at a discharge
        await NothingStaysAsync(host);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Of_two_hundred_applications_for_one_visit_at_two_nodes_one_becomes_a_case(string database)
    {
        await using var host = await HuiminHost.StartAsync(database, options => options.HospitalTimeout = TimeSpan.FromSeconds(30));
        await using var second = await host.StartAnotherAsync(options => options.HospitalTimeout = TimeSpan.FromSeconds(30));
        var nodes = new[] { new TestCase(host.First, TestPatient.Rich), new TestCase(second.First, TestPatient.Rich) };
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => nodes[i % 2].AskToApplyAsync(letter: Images.Png(text: $"letter {i}"))));
        answers.Count(answer => answer.Status == 201).ShouldBe(1);
        foreach (var (status, body) in answers.Where(answer => answer.Status != 201)) (status, (string?)body["code"]).ShouldBe((409, "CaseExists"));
        (await host.NumberAsync("SELECT COUNT(*) FROM cases")).ShouldBe(1);
        (await host.NumberAsync("SELECT COUNT(*) FROM case_images")).ShouldBe(1);
        Directory.EnumerateFiles(host.ImageFolder, "*", SearchOption.AllDirectories).Count().ShouldBe(1);
        await nodes[0].HasBeenToldAsync("letter");
        (host.Log.Errors + second.Log.Errors).ShouldBeEmpty();
    }

    private static async Task NothingStaysAsync(HuiminHost host)
    {
        (await host.NumberAsync("SELECT (SELECT COUNT(*) FROM cases) + (SELECT COUNT(*) FROM case_images) + (SELECT COUNT(*) FROM outbox)")).ShouldBe(0);
        if (Directory.Exists(host.ImageFolder)) Directory.EnumerateFiles(host.ImageFolder, "*", SearchOption.AllDirectories).ShouldBeEmpty();
        host.Log.Errors.ShouldBeEmpty();
    }
}
