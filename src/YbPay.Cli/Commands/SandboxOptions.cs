using System.CommandLine;
using YbPay.Sandbox.Plan;
using YbPay.Sandbox.Time;

namespace YbPay.Cli.Commands;

/// <summary>The options that everything about the sandbox shares.</summary>
internal sealed class SandboxOptions
{
    private const int DefaultPortBase = 18600;

    public Option<string> Data { get; } = new("--data") { Description = "The data folder.", HelpName = "DIR", DefaultValueFactory = _ => ".ybpay" };

    public Option<int> PortBase { get; } = new("--port-base")
    {
        Description = "The first of nine ports: centre, bureau, bank, hospital, control, account bank, huimin, credit bank, insurer.", HelpName = "PORT", DefaultValueFactory = _ => DefaultPortBase,
    };

    public Option<string?> Urls { get; } = new("--urls") { Description = "The centre's address on loopback instead of --port-base; the others follow it.", HelpName = "URL" };

    public Option<string?> Storage { get; } = new("--storage") { Description = "A PostgreSQL connection string (\"Host=...\") instead of SQLite files in the data folder.", HelpName = "CONNECTION" };

    public Option<bool> Json { get; } = new("--json") { Description = "Print JSON lines instead of text." };

    public Option<bool> Verbose { get; } = new("--verbose") { Description = "Show the servers' logs." };

    public void AddTo(Command command)
    {
        command.Options.Add(Data);
        command.Options.Add(PortBase);
        command.Options.Add(Urls);
        command.Options.Add(Storage);
        command.Options.Add(Json);
        command.Options.Add(Verbose);
    }

    public SandboxPlan Plan(ParseResult parsed, SandboxClock clock)
    {
        var folder = Path.GetFullPath(parsed.GetValue(Data)!);
        Directory.CreateDirectory(folder);
        return new SandboxPlan(folder, SandboxAddresses.FromPortBase(FirstPort(parsed)), parsed.GetValue(Storage), clock);
    }

    private int FirstPort(ParseResult parsed)
    {
        if (parsed.GetValue(Urls) is not { } text) return parsed.GetValue(PortBase);
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.IsLoopback && url.Scheme == Uri.UriSchemeHttp
            ? url.Port
            : throw new ArgumentException($"--urls {text}: the sandbox listens on loopback only, such as http://127.0.0.1:18600.");
    }
}
