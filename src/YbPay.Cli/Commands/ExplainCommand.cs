using System.CommandLine;
using System.Text.Json;
using YbPay.Bureau;
using YbPay.Sandbox.Plan;
using YbPay.Sandbox.Time;

namespace YbPay.Cli.Commands;

/// <summary><c>ybpay explain SETL_ID</c>: a settlement's calculation, from what the core stored, as a person checks it by hand.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var (options, setlId) = (new SandboxOptions(), new Argument<string>("SETL_ID") { Description = "setl_id of a settlement, or of a cancellation." });
        var command = new Command("explain", "How a settlement came to its amounts, line by line, from what the core stored.") { setlId };
        options.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var place = options.Plan(parsed, new SandboxClock()).DatabaseOf(SandboxRoles.Bureau);
            var id = parsed.GetValue(setlId)!;
            if (await SettlementExplanation.ReadAsync(place, id, cancel) is not { } explanation)
            {
                await Console.Error.WriteLineAsync($"ybpay: the core has no settlement {id}.");
                return Failures.ExitCode;
            }

            if (parsed.GetValue(options.Json)) Console.Out.WriteLine(JsonSerializer.Serialize(explanation, JsonSerializerOptions.Web));
            else foreach (var line in explanation.Lines) Console.Out.WriteLine(line);
            return explanation.Agrees ? 0 : 1;
        });
        return command;
    }
}
