using System.Collections.Concurrent;
using FsCheck;
using FsCheck.Fluent;
using YbPay.Huimin.Tests.Hosting;

namespace YbPay.Huimin.Tests.Discharge;

/// <summary>Random stays over HTTP with faults on both sides. A failure prints the seed and the shortest script that still fails.</summary>
public sealed class DischargeProperties(ITestOutputHelper output)
{
    private static readonly Gen<int> Number = Gen.Choose(0, 16_000_000);

    /// <summary>Each begins with a deposit and soon tries to leave, so that most have a discharge.</summary>
    private static readonly Arbitrary<int[]> Scripts = Arb.From(
        from deposit in Gen.Choose(0, 150_000)
        from noise in Number.ArrayOf(4)
        from leave in Gen.Choose(0, 1_000_000)
        from length in Gen.Choose(0, 24)
        from steps in Number.ArrayOf(length)
        select (int[])[deposit * RandomStay.Steps, .. noise, (leave * RandomStay.Steps) + 4, .. steps],
        Shorter);

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Deposits_are_used_given_back_or_held_and_every_settlement_adds_up(string database)
    {
        var seen = new ConcurrentDictionary<string, int>();
        await Task.Run(() => Prop.ForAll(Scripts, script => LiveAsync(database, script, seen)).Check(Config.QuickThrowOnFailure.WithMaxTest(30).WithStartSize(10)));
        foreach (var (what, count) in seen.OrderBy(one => one.Key)) output.WriteLine($"{what}: {count}");
        // Without this the property could hold because nothing ever happens.
        foreach (var what in (string[])["discharge 0000 32", "discharge 5501 33", "refund 12"]) seen.Keys.ShouldContain(what);
    }

    private static async Task LiveAsync(string database, int[] script, ConcurrentDictionary<string, int> seen)
    {
        await using var host = await HuiminHost.StartAsync(database, options => options.Retired = true);
        var stay = new RandomStay(await Stay.BeginAsync(host.First, TestPatient.Rich, "ZY0001"));
        foreach (var number in script) await stay.StepAsync(number);
        await stay.HealAsync();
        await stay.HoldAsync();
        foreach (var what in stay.Seen) seen.AddOrUpdate(what, 1, (_, count) => count + 1);
    }

    private static IEnumerable<int[]> Shorter(int[] script)
    {
        for (var i = 0; i < script.Length; i++) yield return [.. script[..i], .. script[(i + 1)..]];
    }
}
