using System.Globalization;

namespace YbPay.Cli.Bench.Processes;

/// <summary>What stands around a bench that runs once on SQLite and once on PostgreSQL: a folder that goes away, a database that is dropped, the machine's description.</summary>
internal static class BothStorages
{
    /// <summary>SQLite's run first; PostgreSQL's where there is one. The figures of each are told when they are there.</summary>
    /// <param name="given">A PostgreSQL that is there already; null for a private one.</param>
    /// <param name="run">One run: the storage's name, a folder for data, the PostgreSQL database or null.</param>
    public static async Task<(Machine Machine, IReadOnlyList<TRun> Runs)> RunAsync<TRun>(
        string? given, TextWriter progress, Func<string, string, string?, Task<TRun>> run, Action<TRun> told, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("ybpay-bench-").FullName;
        try
        {
            await using var postgres = await BenchPostgres.StartAsync(given, cancel);
            var machine = await Machine.DescribeAsync(folder, postgres?.Version, cancel);
            foreach (var (what, value) in machine.Facts) progress.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {value}"));
            var runs = new List<TRun> { await run("SQLite", folder, null) };
            told(runs[0]);
            if (postgres is null) return (machine, runs);
            await using var database = await postgres.CreateAsync(cancel);
            runs.Add(await run("PostgreSQL", folder, database.Connection));
            told(runs[1]);
            return (machine, runs);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
