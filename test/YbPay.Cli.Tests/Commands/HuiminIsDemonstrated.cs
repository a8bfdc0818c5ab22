using System.Text.Json;
using YbPay.Cli.Commands;
using YbPay.Cli.Demo;
using YbPay.Cli.Tests.Hosting;

namespace YbPay.Cli.Tests.Commands;

/// <summary><c>demo huimin</c> against a sandbox as <c>up</c> starts it.</summary>
public sealed class HuiminIsDemonstrated
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_inpatient_is_walked_through_twice_and_every_step_holds(string database)
    {
        await using var world = await DemoWorld.StartAsync(database);
        for (var seed = 1; seed <= 2; seed++)
        {
            using var told = new StringWriter();
            var held = await DemoHuiminCommand.WalkAsync(world.Plan, world.File, world.Clock, new Timeline(told, json: true), seed, TestContext.Current.CancellationToken);

            held.ShouldBeTrue(told.ToString());
            var steps = told.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).ToList();
            steps.Count.ShouldBeGreaterThan(50);
            foreach (var step in (string[])["HOS00025", "HOS00003", "HOS00004", "HOST0014", "HOS00014", "HOS00016", "HIS00002", "HIS00003", "HIS00004", "HOS00028", "HOS00013", "line"])
                steps.ShouldContain(line => line.GetProperty("step").GetString() == step);
            // Four payments, one refund of the hospital's, and the surplus of at least one deposit.
            steps.Count(line => line.GetProperty("step").GetString() == "line").ShouldBeGreaterThan(5);
        }
    }
}
