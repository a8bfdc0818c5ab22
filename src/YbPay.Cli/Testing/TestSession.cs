namespace YbPay.Cli.Testing;

/// <summary>Runs all test projects, two at a time, and sums them up truthfully.</summary>
internal sealed class TestSession(TextWriter output, bool verbose)
{
    private const int AtOnce = 2;

    private readonly Lock _output = new();

    /// <summary>0 only when nothing failed and, in CI, nothing was skipped either.</summary>
    public async Task<int> RunAsync(string? filter, CancellationToken cancel)
    {
        if (SourceTree.Root is not { } root)
        {
            output.WriteLine("The tests live in the clone: run ./ybpay test there.");
            return 2;
        }

        var projects = TestProject.Find(root, SourceTree.Configuration, filter);
        if (projects.Count == 0)
        {
            output.WriteLine($"No test project has '{filter}' in its name.");
            return 2;
        }

        var inCi = Environment.GetEnvironmentVariable("CI") == "true";
        await using var databases = await TestDatabases.StartAsync(output, required: inCi, cancel);
        using var turns = new SemaphoreSlim(Math.Min(AtOnce, Environment.ProcessorCount));
        var reports = await Task.WhenAll(projects.Select(project => RunAsync(project, databases.Environment, turns, cancel)));

        TestTable.Write(output, reports);
        output.WriteLine(TestTable.Totals(reports));
        return reports.All(report => report.Failures.Count == 0 && (report.Skipped == 0 || !inCi)) ? 0 : 1;
    }

    private async Task<TestReport> RunAsync(TestProject project, IReadOnlyDictionary<string, string> environment, SemaphoreSlim turns, CancellationToken cancel)
    {
        await turns.WaitAsync(cancel);
        try
        {
            var run = new TestRun(project, environment, line => Show(project, line));
            var report = await run.RunAsync(cancel);
            cancel.ThrowIfCancellationRequested();
            lock (_output)
            {
                output.WriteLine($"{project.Name}: {TestTable.Totals([report])}");
                TestTable.WriteFailures(output, report);
                if (report.IsBroken)
                    foreach (var line in run.LastLines) output.WriteLine($"    | {line}");
            }

            return report;
        }
        finally
        {
            turns.Release();
        }
    }

    /// <summary>A failure shows at once by its name; its text follows when the project is done.</summary>
    private void Show(TestProject project, string line)
    {
        if (!verbose && !line.EndsWith("[FAIL]", StringComparison.Ordinal)) return;
        lock (_output) output.WriteLine($"{project.Name} | {line}");
    }
}
