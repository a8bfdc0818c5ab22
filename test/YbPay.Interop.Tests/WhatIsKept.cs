using System.Text;
using System.Text.Json.Nodes;
using YbPay.Interop.Tests.Hosting;
using YbPay.Sandbox.Plan;
using YbPay.Storage;
using YbPay.Storage.Columns;

namespace YbPay.Interop.Tests;

/// <summary>What the centre keeps of a message: all of it, and none of it in clear.</summary>
public sealed class WhatIsKept
{
    private sealed record SealedBill
    {
        public required byte[] Message { get; init; }
    }

    [Fact]
    public async Task Unknown_members_are_no_error_and_are_kept_with_the_message()
    {
        await using var world = new World();
        await world.InitializeAsync();
        using var hospital = new RawHospital(world, 0);
        var bill = await world.BillAsync(hospital, world.File.Persons[0]);
        bill["regionField"] = "地方扩展字段";
        bill["feedetailList"]![0]!["regionLine"] = new JsonObject { ["trace"] = new JsonArray("8412345678", 1) };
        var told = await hospital.AskAsync("uldFeeInfo", bill);
        told.Code.ShouldBe("0", told.Message);

        await using var database = await Databases.OpenAsync(world.Plan.DatabaseOf(SandboxRoles.Center), null);
        var row = await database.ReadAsync(session => session.FirstOrDefaultAsync<SealedBill>(
            "SELECT message FROM bills WHERE pay_ord_id = @id", new { id = told.Data["payOrdId"]!.GetValue<string>() }));
        using var cipher = new ColumnCipher(new Dictionary<int, byte[]> { [1] = world.Plan.Secrets.MasterKeys[SandboxRoles.Center] });
        JsonNode.DeepEquals(JsonNode.Parse(cipher.Open("bill", row!.Message)), bill).ShouldBeTrue();
    }

    [Fact]
    public async Task Neither_log_nor_database_shows_who_the_patient_is_or_what_authorises_him()
    {
        await using var world = new World { IsVerbose = true };
        await world.InitializeAsync();
        using var hospital = new RawHospital(world, 0);
        var person = world.File.Persons[0];
        var secrets = new List<string> { person.IdNo, person.UserName, person.PsnNo, person.QrCode };
        var journey = new TalkativeJourney(world, hospital, person, secrets);
        await journey.RunAsync();
        await world.StopAsync();

        var files = Directory.GetFiles(world.Folder, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".log" or ".db" or ".db-wal").ToArray();
        File.ReadAllText(files.Single(file => file.EndsWith("center.log", StringComparison.Ordinal))).ShouldContain(journey.PayOrdId, Case.Sensitive, "the log tells of the journey");
        files.ShouldContain(file => file.EndsWith("center.db", StringComparison.Ordinal));
        secrets.Count.ShouldBeGreaterThan(10);
        var shown = from file in files
                    let bytes = File.ReadAllBytes(file)
                    from secret in secrets
                    where bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) >= 0
                    select $"{Path.GetFileName(file)} shows {secret}";
        shown.ShouldBeEmpty();
    }
}
