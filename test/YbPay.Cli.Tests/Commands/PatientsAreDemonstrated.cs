using System.Text.Json;
using YbPay.Cli.Commands;
using YbPay.Cli.Demo;
using YbPay.Cli.Tests.Hosting;

namespace YbPay.Cli.Tests.Commands;

/// <summary>What <c>up</c> and <c>demo</c> show: a patient at the counter, one at the cashier, one whose accounts pay, and the books.</summary>
public sealed class PatientsAreDemonstrated
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Every_step_holds_and_no_two_bills_are_alike(string database)
    {
        await using var world = await DemoWorld.StartAsync(database);
        var bills = new List<string>();
        for (var seed = 1; seed <= 2; seed++)
        {
            using var told = new StringWriter();
            var held = await DemoCommand.WalkAsync(world.Plan, world.File, world.Clock, new Timeline(told, json: true), seed, TestContext.Current.CancellationToken);

            held.ShouldBeTrue(told.ToString());
            var steps = told.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).ToList();
            foreach (var step in (string[])["6101", "6201", "6202", "bank", "6302", "6301", "6203", "cashier", "6204", "5378", "5379", "5373", "5203", "books"])
                steps.ShouldContain(line => line.GetProperty("step").GetString() == step, step);
            bills.AddRange(steps.Select(line => line.GetProperty("values")).Where(values => values.TryGetProperty("medfeeSumamt", out _)).Select(values => values.GetProperty("medfeeSumamt").GetString()!));
        }

        bills.Count.ShouldBe(4); // the third patient's bill is shown by its parts
        bills.ShouldBeUnique();
    }
}
