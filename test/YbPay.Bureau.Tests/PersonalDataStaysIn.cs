using System.Text;
using YbPay.Bureau.Tests.Hosting;
using YbPay.Contracts.Fsi;

namespace YbPay.Bureau.Tests;

/// <summary>Names and numbers of people are in no log line and in no clear column.</summary>
public sealed class PersonalDataStaysIn
{
    private static IEnumerable<string> Secrets()
    {
        foreach (var person in BureauSeed.Default.Persons)
        {
            yield return person.PsnNo.Reveal();
            yield return person.CertNo.Reveal();
            yield return person.Name.Reveal();
            yield return person.CardNo!.Value.Reveal();
        }
    }

    private static async Task<Patient> WholeLifeAsync(BureauHost host)
    {
        var patient = Patient.Of(await host.SignInAsync(), 0);
        await patient.RegisterAsync();
        await patient.At.DoAsync("2203", patient.Visit());
        await patient.UploadAsync("B1", ("1", SeedItems.ClassA, 200m, 1m));
        await patient.At.RefusedAsync("AMOUNT_DIFFERS", "2207", patient.Settlement("B1", 1m));
        var settled = await patient.SettleAsync("B1", 200m);
        await DetailFile.CheckAsync(patient.At, 200m, 55m, DetailFile.Row(patient, settled.Setlinfo.SetlId, null, 200m, 55m, 145m));
        await patient.CancelAsync(settled.Setlinfo.SetlId!);
        await patient.BalanceAsync();
        await patient.At.RefusedAsync("PERSON_UNKNOWN", "1101", new QueryPersonRequest { Data = new() { MdtrtCertType = "02", MdtrtCertNo = "440101199001019999", PsnName = patient.CertNo } });
        var head = patient.At.Head("1101", patient.At.NextMsgid());
        await patient.At.SendAsync(head, Encoding.UTF8.GetBytes("{\"data\":{\"psn_name\":\"" + patient.CertNo + "\"}}"));
        await host.PostAsync(Encoding.UTF8.GetBytes("{\"infno\":\"1101\",\"input\":{\"psn_name\":\"" + patient.CertNo + "\"}"));
        return patient;
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task No_line_of_the_whole_log_holds_any_of_it(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = await WholeLifeAsync(host);
        var log = host.Log.Whole;
        log.ShouldContain("AMOUNT_DIFFERS");
        foreach (var secret in Secrets()) log.ShouldNotContain(secret);
        log.ShouldNotContain(patient.At.SignNo!);
        log.ShouldNotContain("急性上呼吸道感染");
    }

    [Fact]
    public async Task No_file_of_the_database_holds_any_of_it()
    {
        await using var host = await BureauHost.StartAsync(BothDatabases.Sqlite);
        var patient = await WholeLifeAsync(host);
        var folder = Path.GetDirectoryName(host.StoragePath)!;
        var bytes = Directory.GetFiles(folder).SelectMany(ReadShared).ToArray();
        bytes.Length.ShouldBeGreaterThan(10_000);
        Holds(patient.MdtrtId).ShouldBeTrue();
        foreach (var secret in Secrets()) Holds(secret).ShouldBeFalse();
        Holds("急性上呼吸道感染").ShouldBeFalse();
        Holds(patient.At.SignNo!).ShouldBeFalse();

        bool Holds(string text) => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
