namespace YbPay.Cli.Testing;

/// <summary>The clone that this program was built from: the tests and the specification's vectors live there.</summary>
internal static class SourceTree
{
    /// <summary>The folder with YbPay.slnx above the program; null when the program was moved away from its clone.</summary>
    public static string? Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Debug or Release: the tests run in the configuration that this program was built in.</summary>
    public static string Configuration { get; } =
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Debug{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Debug" : "Release";

    private static string? Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "YbPay.slnx"))) return folder.FullName;
        return null;
    }
}
