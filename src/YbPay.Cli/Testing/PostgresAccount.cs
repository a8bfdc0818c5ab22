using System.Diagnostics;

namespace YbPay.Cli.Testing;

/// <summary>Runs programs as the account that may run PostgreSQL: it refuses root, so root hands over to <c>postgres</c>.</summary>
internal static class PostgresAccount
{
    private const string Name = "postgres";

    public static ProcessStartInfo Command(string program, params string[] arguments)
    {
        string[] words = Environment.IsPrivilegedProcess ? ["runuser", "-u", Name, "--", program, .. arguments] : [program, .. arguments];
        // The account may not enter the folder that we stand in.
        var start = new ProcessStartInfo(words[0]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        foreach (var word in words[1..]) start.ArgumentList.Add(word);
        return start;
    }

    /// <summary>What it printed; throws with that when it failed.</summary>
    public static async Task<string> RunAsync(ProcessStartInfo command, string input, CancellationToken cancel)
    {
        using var process = Process.Start(command) ?? throw new InvalidOperationException($"{command.FileName} did not start.");
        await process.StandardInput.WriteAsync(input.AsMemory(), cancel);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var errors = process.StandardError.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        var text = await output + await errors;
        return process.ExitCode == 0 ? text : throw new InvalidOperationException($"{string.Join(' ', command.ArgumentList)} ended with {process.ExitCode}: {text}");
    }
}
