namespace YbPay.Cli.Testing;

/// <summary>Where this machine keeps PostgreSQL's own programs.</summary>
internal sealed record PostgresPrograms(string InitDb, string PgCtl)
{
    /// <summary>Debian puts each version's programs here, outside PATH.</summary>
    private const string DebianVersions = "/usr/lib/postgresql";

    /// <summary>Null when PostgreSQL is not installed, or on Windows, where the private cluster is not supported.</summary>
    public static PostgresPrograms? Find()
    {
        if (OperatingSystem.IsWindows()) return null;
        foreach (var folder in Versions().Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries)))
        {
            var programs = new PostgresPrograms(Path.Combine(folder, "initdb"), Path.Combine(folder, "pg_ctl"));
            if (File.Exists(programs.InitDb) && File.Exists(programs.PgCtl)) return programs;
        }

        return null;
    }

    /// <summary>Newest first.</summary>
    private static IEnumerable<string> Versions() => Directory.Exists(DebianVersions)
        ? Directory.GetDirectories(DebianVersions).OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0).Select(folder => Path.Combine(folder, "bin"))
        : [];
}
