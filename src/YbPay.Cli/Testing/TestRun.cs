using System.Diagnostics;

namespace YbPay.Cli.Testing;

/// <summary>Runs one test project as a process of its own and reads its report.</summary>
internal sealed class TestRun(TestProject project, IReadOnlyDictionary<string, string> environment, Action<string> line)
{
    /// <summary>No project needs as long; one that does hangs.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);

    private const int KeptLines = 40;

    /// <summary>The dotnet that runs this program, so that both use one runtime; when started by its own host file, the one in PATH.</summary>
    private static readonly string Host =
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";

    private readonly Queue<string> _last = new();

    /// <summary>What the program printed last: all there is to see when it crashed.</summary>
    public IReadOnlyCollection<string> LastLines => _last;

    public async Task<TestReport> RunAsync(CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        if (!File.Exists(project.Program)) return TestReport.Broken(project.Name, $"not built: {project.Program} is missing", clock.Elapsed);
        var reportFile = Path.Combine(Path.GetTempPath(), $"ybpay-test-{Environment.ProcessId}-{project.Name}.xml");
        try
        {
            using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limited.CancelAfter(Limit);
            var exitCode = await RunProcessAsync(reportFile, limited.Token);
            return exitCode is { } code
                ? TestReport.Read(project.Name, reportFile, code, clock.Elapsed)
                : TestReport.Broken(project.Name, $"ended after {Limit.TotalMinutes:0} minutes without a result", clock.Elapsed);
        }
        finally
        {
            File.Delete(reportFile);
        }
    }

    /// <summary>Null when it had to be killed. A cancelled caller gets the exception, after the process is gone.</summary>
    private async Task<int?> RunProcessAsync(string reportFile, CancellationToken limited)
    {
        var start = new ProcessStartInfo(Host)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetDirectoryName(project.Program)!,
        };
        foreach (var argument in (string[])[project.Program, "-noLogo", "-noColor", "-noAutoReporters", "-xml", reportFile]) start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment) start.Environment[name] = value;

        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, output) => Keep(output.Data);
        process.ErrorDataReceived += (_, output) => Keep(output.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(limited);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            return null;
        }
    }

    private void Keep(string? text)
    {
        if (text is null) return;
        lock (_last)
        {
            if (_last.Count == KeptLines) _last.Dequeue();
            _last.Enqueue(text);
        }

        line(text);
    }
}
