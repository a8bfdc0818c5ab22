using System.CommandLine;

namespace YbPay.Cli.Bench;

/// <summary>The options of <c>ybpay bench</c>.</summary>
internal sealed class BenchOptions
{
    private static readonly BenchSettings Usual = new();

    private readonly Option<bool> _quick = new("--quick") { Description = "All of it in about a minute: a smoke test, no figures to quote." };
    private readonly Option<bool> _small = new("--small") { Description = "Up to 50,000 stored orders instead of a million." };
    private readonly Option<int> _clients = new("--clients") { Description = "Hospital counters that work at the same time.", DefaultValueFactory = _ => Usual.Clients };
    private readonly Option<double> _seconds = new("--seconds") { Description = "How long each phase is measured.", DefaultValueFactory = _ => Usual.Seconds };
    private readonly Option<int[]> _histories = new("--stored") { Description = "Orders stored before each run, instead of 0, 10000 and 1000000.", HelpName = "COUNT" };
    private readonly Option<int> _portBase = new("--port-base") { Description = "The first of nine ports.", DefaultValueFactory = _ => Usual.PortBase };
    private readonly Option<string?> _storage = new("--storage") { Description = "A PostgreSQL connection string whose account may create databases, instead of a private cluster.", HelpName = "CONNECTION" };

    public Option<string?> Out { get; } = new("--out") { Description = "Where the report goes; docs/benchmarks.md of the source tree without it.", HelpName = "FILE" };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[Out, _quick, _small, _clients, _seconds, _histories, _portBase, _storage]) command.Options.Add(option);
    }

    public BenchSettings Read(ParseResult parsed)
    {
        var settings = Usual with
        {
            Clients = parsed.GetValue(_clients), Seconds = parsed.GetValue(_seconds), PortBase = parsed.GetValue(_portBase), Storage = parsed.GetValue(_storage),
        };
        if (parsed.GetValue(_quick)) settings = settings.Quick();
        if (parsed.GetValue(_small)) settings = settings.Small();
        return parsed.GetValue(_histories) is { Length: > 0 } histories ? settings with { Histories = [.. histories.Order()] } : settings;
    }
}
