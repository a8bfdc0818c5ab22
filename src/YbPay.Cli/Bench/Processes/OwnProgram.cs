using System.Diagnostics;

namespace YbPay.Cli.Bench.Processes;

/// <summary>This program in a process of its own. It is stopped by the end of its input, which comes however we end.</summary>
internal sealed class OwnProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Process _process;

    private OwnProgram(Process process) => _process = process;

    public int Pid => _process.Id;

    public static OwnProgram Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Dotnet()) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(OwnProgram).Assembly.Location);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return new OwnProgram(Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start."));
    }

    /// <summary>The next line of its output; throws when it ended instead.</summary>
    public async Task<string> LineAsync(CancellationToken cancel) =>
        await _process.StandardOutput.ReadLineAsync(cancel) ?? throw new InvalidOperationException($"ybpay ended with status {await StatusAsync(cancel)} before it said what was waited for.");

    /// <summary>All that it prints until it ends by itself; throws when its status is not 0.</summary>
    public async Task<string> OutputAsync(CancellationToken cancel)
    {
        var output = await _process.StandardOutput.ReadToEndAsync(cancel);
        return await StatusAsync(cancel) == 0 ? output : throw new InvalidOperationException($"ybpay ended with status {_process.ExitCode}: {output}");
    }

    /// <summary>Reads away what it prints, so that a full pipe never stops it.</summary>
    public void Ignore() => _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);

    public ProcessMemory Memory()
    {
        _process.Refresh();
        return new ProcessMemory(_process.WorkingSet64, _process.PeakWorkingSet64);
    }

    /// <summary>CPU time that it has used until now.</summary>
    public TimeSpan Cpu()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.StandardInput.Close();
            using var patience = new CancellationTokenSource(Patience);
            try
            {
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill();
            }
        }

        _process.Dispose();
    }

    private async Task<int> StatusAsync(CancellationToken cancel)
    {
        await _process.WaitForExitAsync(cancel);
        return _process.ExitCode;
    }

    /// <summary>The dotnet that runs us, or, inside a test program, the one that the environment names.</summary>
    private static string Dotnet()
    {
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") return Environment.ProcessPath!;
        return Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";
    }
}

/// <param name="Resident">Bytes in memory now (VmRSS).</param>
/// <param name="Peak">The most there ever were (VmHWM).</param>
internal sealed record ProcessMemory(long Resident, long Peak);
