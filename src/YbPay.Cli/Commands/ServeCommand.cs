using System.CommandLine;
using YbPay.Cli.Hosting;
using YbPay.Sandbox.Plan;
using YbPay.Sandbox.Time;

namespace YbPay.Cli.Commands;

/// <summary><c>ybpay serve --role R[,R]</c>: some of the sandbox's servers in this process, the others elsewhere.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var options = new SandboxOptions();
        var role = new Option<string>("--role") { Description = $"One or more of {string.Join(", ", SandboxRoles.All)}, separated by commas.", HelpName = "ROLES", Required = true };
        var command = new Command("serve", "Serve one role, or several, of the same data folder.") { role };
        options.AddTo(command);
        command.SetAction((parsed, cancel) => RunAsync(parsed, options, parsed.GetValue(role)!, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, SandboxOptions options, string named, CancellationToken cancel)
    {
        var roles = named.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (roles.Except(SandboxRoles.All).FirstOrDefault() is { } unknown)
        {
            await Console.Error.WriteLineAsync($"There is no role '{unknown}'; there are {string.Join(", ", SandboxRoles.All)}.");
            return 2;
        }

        var clock = new SandboxClock();
        await using var world = await SandboxWorld.StartAsync(options.Plan(parsed, clock), clock, roles, parsed.GetValue(options.Verbose));
        Console.Out.WriteLine($"serving {string.Join(", ", roles)}");
        await world.WaitForStopAsync(cancel);
        return 0;
    }
}
