using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using YbPay.Cli.Testing;
using YbPay.Cryptography;
using YbPay.Storage;

namespace YbPay.Cli.Bench;

/// <summary>Where and with what the figures were made. Nothing in it names a person, a host or an address.</summary>
internal sealed record Machine(IReadOnlyList<(string What, string Value)> Facts)
{
    public static async Task<Machine> DescribeAsync(string folder, string? postgresVersion, CancellationToken cancel) => new(
    [
        ("Processor", FieldOf("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString()),
        ("Cores", Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture)),
        ("Memory", string.Create(CultureInfo.InvariantCulture, $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1073741824.0:0.0} GiB")),
        ("System", $"{FieldOf("/etc/os-release", "PRETTY_NAME")?.Trim('"') ?? RuntimeInformation.OSDescription}, {Environment.OSVersion.VersionString}"),
        (".NET", RuntimeInformation.FrameworkDescription),
        ("Cryptography", string.Join("; ", CryptoBackends.Available)),
        ("SQLite", await SqliteVersionAsync(folder, cancel)),
        ("PostgreSQL", postgresVersion ?? "not installed here: not measured"),
        ("Commit", await CommitAsync(cancel)),
        ("Date", TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)),
        ("Load average before", File.Exists("/proc/loadavg") ? string.Join(" ", File.ReadAllText("/proc/loadavg").Split(' ').Take(3)) : "unknown"),
    ]);

    private static string? FieldOf(string file, string name) => !File.Exists(file)
        ? null
        : File.ReadLines(file).Where(line => line.StartsWith(name, StringComparison.Ordinal)).Select(line => line[(line.IndexOfAny([':', '=']) + 1)..].Trim()).FirstOrDefault();

    private static async Task<string> SqliteVersionAsync(string folder, CancellationToken cancel)
    {
        await using var database = await Databases.OpenAsync(new DatabaseOptions { Storage = Path.Combine(folder, "version.db"), Schema = "version" }, null, cancel);
        return await database.ReadAsync(session => session.FirstOrDefaultAsync<string>("SELECT sqlite_version()"), cancel) ?? "unknown";
    }

    /// <summary>The commit of the source tree, and whether it was changed since.</summary>
    private static async Task<string> CommitAsync(CancellationToken cancel)
    {
        if (SourceTree.Root is not { } root) return "unknown";
        var start = new ProcessStartInfo("git") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = root };
        foreach (var word in (string[])["describe", "--always", "--dirty=, changed since", "--exclude=*"]) start.ArgumentList.Add(word);
        try
        {
            using var git = Process.Start(start)!;
            var said = (await git.StandardOutput.ReadToEndAsync(cancel)).Trim();
            await git.WaitForExitAsync(cancel);
            return git.ExitCode == 0 ? said : "unknown";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "unknown"; // no git here: a source archive
        }
    }
}
