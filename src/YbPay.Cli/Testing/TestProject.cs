namespace YbPay.Cli.Testing;

/// <summary>A test project of this repository and the program it was built into.</summary>
/// <param name="Name">Such as <c>YbPay.Engine.Tests</c>.</param>
/// <param name="Program">The path of its dll; it need not exist.</param>
internal sealed record TestProject(string Name, string Program)
{
    /// <summary>All test projects under <paramref name="root"/>, as built in <paramref name="configuration"/>, by name.</summary>
    public static IReadOnlyList<TestProject> Find(string root, string configuration, string? filter) =>
    [
        .. Directory.EnumerateDirectories(Path.Combine(root, "test"), "*.Tests")
            .Where(folder => File.Exists(Path.Combine(folder, Path.GetFileName(folder) + ".csproj")))
            .Select(folder => (Folder: folder, Name: Path.GetFileName(folder)))
            .Where(found => filter is null || found.Name.Contains(filter, StringComparison.OrdinalIgnoreCase))
            .OrderBy(found => found.Name, StringComparer.Ordinal)
            .Select(found => new TestProject(found.Name, Path.Combine(found.Folder, "bin", configuration, "net10.0", found.Name + ".dll"))),
    ];
}
