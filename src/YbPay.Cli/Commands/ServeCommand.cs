using System.CommandLine;
using Microsoft.Extensions.Hosting;
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
        var config = new Option<string?>("--config") { Description = "A configuration file, for one role outside the sandbox.", HelpName = "FILE" };
        var ahead = new Option<string?>("--clock-ahead") { Description = "Sandbox only: start with the clock put on, as if time had passed.", HelpName = "PT2H" };
        var command = new Command("serve", "Serve one role, or several, of the same data folder; or one role by its configuration file.") { role, config, ahead };
        options.AddTo(command);
        command.SetAction((parsed, cancel) => parsed.GetValue(config) is { } file
            ? ConfiguredAsync(parsed.GetValue(role)!, file, parsed.GetValue(options.Verbose), cancel)
            : RunAsync(parsed, options, parsed.GetValue(role)!, parsed.GetValue(ahead), cancel));
        return command;
    }

    private static async Task<int> ConfiguredAsync(string role, string file, bool verbose, CancellationToken cancel)
    {
        await using var app = await ConfiguredHosts.BuildAsync(role, ServeConfig.Read(file), verbose);
        await app.StartAsync(cancel);
        Console.Out.WriteLine($"serving {role}");
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }

    private static async Task<int> RunAsync(ParseResult parsed, SandboxOptions options, string named, string? ahead, CancellationToken cancel)
    {
        var roles = named.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (roles.Except(SandboxRoles.All).FirstOrDefault() is { } unknown)
        {
            await Console.Error.WriteLineAsync($"There is no role '{unknown}'; there are {string.Join(", ", SandboxRoles.All)}.");
            return 2;
        }

        var clock = new SandboxClock();
        if (ahead is not null) clock.Advance(System.Xml.XmlConvert.ToTimeSpan(ahead));
        await using var world = await SandboxWorld.StartAsync(options.Plan(parsed, clock), clock, roles, parsed.GetValue(options.Verbose));
        Console.Out.WriteLine($"serving {string.Join(", ", roles)}");
        await world.WaitForStopAsync(cancel);
        return 0;
    }
}
