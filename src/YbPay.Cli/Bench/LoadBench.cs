using System.Globalization;
using System.Text.Json;
using YbPay.Cli.Bench.History;
using YbPay.Cli.Bench.Load;
using YbPay.Cli.Bench.Processes;
using YbPay.Sandbox.Plan;

namespace YbPay.Cli.Bench;

/// <summary>One server under load: on which storage, with how many orders in it before, what the phases showed, how much memory it took.</summary>
internal sealed record LoadRun(string Storage, int History, TimeSpan Fill, IReadOnlyList<LoadResult> Phases, ProcessMemory Memory)
{
    /// <summary>Each client beginning the next order when one is done.</summary>
    public LoadResult Orders => Phases[2];

    public LoadResult Query => Phases[1];

    /// <summary>At two thirds of the rate that <see cref="Orders"/> reached.</summary>
    public LoadResult Share => Phases[3];

    public LoadResult Paced => Phases[4];
}

/// <summary>Starts a server on a new data folder, lets a load generator at it, each in its own process, and reads the server's memory.</summary>
internal sealed class LoadBench(BenchSettings settings, string folder)
{
    public async Task<LoadRun> RunAsync(string storage, int history, string? postgres, CancellationToken cancel)
    {
        var data = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{storage}-{history}"));
        Directory.CreateDirectory(data);
        var plan = new SandboxPlan(data, SandboxAddresses.FromPortBase(settings.PortBase), postgres);
        var fill = await HistoryFill.RunAsync(plan, history, HistoryRows.All, cancel);

        await using var server = await BenchServer.StartAsync([.. Shared(data), .. postgres is null ? (string[])[] : ["--storage", postgres]], cancel);
        await using var client = OwnProgram.Start(
            ["bench", "client", .. Shared(data), "--server", server.Pid.ToString(CultureInfo.InvariantCulture), .. settings.Phases.SelectMany(phase => (string[])["--phase", phase.ToString()])]);
        var phases = JsonSerializer.Deserialize<LoadResult[]>(await client.OutputAsync(cancel))!;
        return new LoadRun(storage, history, fill, phases, server.Memory());
    }

    private string[] Shared(string data) =>
    [
        "--data", data, "--port-base", settings.PortBase.ToString(CultureInfo.InvariantCulture), "--persons", settings.Persons.ToString(CultureInfo.InvariantCulture),
    ];
}
