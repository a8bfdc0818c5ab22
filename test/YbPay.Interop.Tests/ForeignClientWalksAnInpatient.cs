using YbPay.Interop.Tests.Hosting;

namespace YbPay.Interop.Tests;

/// <summary>The huimin platform from sandbox.json alone, in another language with SM3 and SM4 of its own: an inpatient from signing to the statement.</summary>
public sealed class ForeignClientWalksAnInpatient
{
    [Theory, InlineData("1"), InlineData("2")]
    public async Task Every_step_holds_and_the_statement_agrees(string partner)
    {
        await using var world = new World(); // a world of its own: its clock is put on by a day
        await world.InitializeAsync();
        var steps = await PythonScript.RunAsync("huimin_walk.py", Path.Combine(world.Plan.DataFolder, "sandbox.json"), "--partner", partner);
        steps.ShouldNotContain("\"held\": false");
        steps.Split('\n').Length.ShouldBeGreaterThan(60);
    }
}
