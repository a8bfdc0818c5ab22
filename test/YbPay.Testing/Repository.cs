namespace YbPay.Testing;

/// <summary>Finds files of this repository from wherever a test runs.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>A path under the repository's root.</summary>
    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "YbPay.slnx"))) return folder.FullName;
        throw new InvalidOperationException("The tests do not run inside the repository: no YbPay.slnx above " + AppContext.BaseDirectory);
    }
}
