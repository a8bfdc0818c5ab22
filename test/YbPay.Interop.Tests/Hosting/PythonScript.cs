using System.Diagnostics;

namespace YbPay.Interop.Tests.Hosting;

/// <summary>Runs a script of samples/foreign-client. Without python3 in PATH the test fails: what was not run was not proven.</summary>
internal static class PythonScript
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>What it printed; fails with both streams unless it ended with status 0.</summary>
    public static async Task<string> RunAsync(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("python3", ["-B", Repository.At("samples", "foreign-client", script), .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["PYTHONIOENCODING"] = "utf-8" },
        };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }

        process.ExitCode.ShouldBe(0, await output + await errors);
        return await output;
    }
}
