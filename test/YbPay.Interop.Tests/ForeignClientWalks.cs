using YbPay.Interop.Tests.Hosting;

namespace YbPay.Interop.Tests;

/// <summary>A client in another language, with cryptography of its own, is given sandbox.json and nothing else.</summary>
public sealed class ForeignClientWalks(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Foreign_cryptography_reproduces_the_known_answers() =>
        (await PythonScript.RunAsync("check.py", Repository.At("test", "vectors", "vectors.json"))).ShouldEndWith("all known answers hold\n");

    [Theory]
    [InlineData("--partner", "1", "--person", "1", "--numbers", "quoted", "--timestamp", "13")]
    [InlineData("--partner", "1", "--person", "2", "--numbers", "literal", "--timestamp", "14", "--lower-hex")]
    [InlineData("--partner", "2", "--person", "3", "--numbers", "quoted", "--timestamp", "14")]
    [InlineData("--partner", "2", "--person", "4", "--numbers", "literal", "--timestamp", "13", "--lower-hex")]
    public async Task Upload_pay_query_refund_and_revoke_hold(params string[] style)
    {
        var steps = await PythonScript.RunAsync("walk.py", [Path.Combine(world.Plan.DataFolder, "sandbox.json"), .. style]);
        steps.ShouldNotContain("\"held\": false");
        steps.Split('\n').Length.ShouldBeGreaterThan(40);
    }
}
