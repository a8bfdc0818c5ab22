using System.Text;
using YbPay.Huimin.Tests.Hosting;
using YbPay.Sandbox.Faults;
using YbPay.Sandbox.Hospital;

namespace YbPay.Huimin.Tests.Claims;

/// <summary>Persons, diagnoses, documents and images are in no log line, no clear column and no clear file.</summary>
public sealed class ClaimsKeepQuiet
{
    private static readonly string[] OfDocuments =
        ["13926610527", "北江路", "C44180219860312", "P00045127", "陈小宝", "441802202603200017", "桡骨", "S52.500", "跌倒", "5899706240584072", "whole page in the clear"];

    private static IEnumerable<string> Secrets => [TestPatient.Rich.IdNo, TestPatient.Rich.Name, TestPatient.Poor.IdNo, .. OfDocuments];

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task No_line_of_the_whole_log_holds_any_of_it(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        await WholeLifeAsync(host);
        var log = host.Log.Whole;
        log.ShouldContain("CasePersonDiffers");
        foreach (var secret in Secrets) log.Contains(secret, StringComparison.OrdinalIgnoreCase).ShouldBeFalse(secret);
    }

    [Fact]
    public async Task No_file_holds_any_of_it()
    {
        await using var host = await HuiminHost.StartAsync(BothDatabases.Sqlite);
        await WholeLifeAsync(host);
        string[] files = [.. Directory.GetFiles(Path.GetDirectoryName(host.StoragePath)!, "huimin*"), .. Directory.EnumerateFiles(host.ImageFolder, "*", SearchOption.AllDirectories)];
        var bytes = files.SelectMany(Shared).ToArray();
        bytes.AsSpan().IndexOf("示例惠民保"u8).ShouldBeGreaterThan(0); // the insurer's name is kept clear: the search finds what is there
        foreach (var secret in Secrets) bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)).ShouldBe(-1, secret);
        foreach (var secret in Secrets) bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))[..^4])).ShouldBe(-1, secret);
    }

    /// <summary>Applied, wrong persons and images, a hospital and an insurer that stumble, paid and put away.</summary>
    private static async Task WholeLifeAsync(HuiminHost host)
    {
        var claim = await new TestCase(host.First, TestPatient.Rich).ApplyAsync();
        await claim.HasBeenToldAsync("letter");
        await claim.SendAsync("HOS00020", message => message["documentsNo"] = TestPatient.Poor.IdNo);
        await claim.SendAsync("HOS00021", message => message["gender"] = "not a number");
        await claim.SendImageAsync(Images.Png(text: "whole page in the clear"));
        await claim.SendImageAsync("whole page in the clear, and no image"u8.ToArray());
        await claim.AskAsync(TestPatient.Poor.IdNo);
        host.Ward.Modes.Order(host.First.HospitalId, HospitalAnswer.Down, 1);
        host.Order(FaultTarget.Insurer, "case", FaultKind.LostAnswer);
        await claim.ReportedAsync();
        await claim.HasBeenToldAsync("letter 1");
        host.Clock.Advance(TimeSpan.FromSeconds(6));
        await claim.HasBeenToldAsync("letter 1 1");
        await host.Insurer.MoveOnAsync(null, toTheEnd: true, default);
        await claim.StandsAtAsync("9");
    }

    private static byte[] Shared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
