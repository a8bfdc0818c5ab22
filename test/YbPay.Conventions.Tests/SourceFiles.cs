namespace YbPay.Conventions.Tests;

/// <summary>A text file of this repository.</summary>
/// <param name="Path">From the root, with slashes: <c>src/YbPay.Engine/Money/Fen.cs</c>.</param>
internal sealed record SourceFile(string Path, string Text)
{
    public bool IsCode => Path.EndsWith(".cs", StringComparison.Ordinal);

    public bool IsIn(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    public IEnumerable<(int Number, string Line)> Lines => Text.Split('\n').Select((line, at) => (at + 1, line));
}

/// <summary>What is written by people in this repository; nothing that a build makes.</summary>
internal static class SourceFiles
{
    private static readonly string[] Folders = ["src", "test", "docs", "samples", "bench", ".ci"];
    private static readonly string[] BuiltFolders = ["bin", "obj", "TestResults", "BenchmarkDotNet.Artifacts"];
    private static readonly string[] TextKinds = [".cs", ".csproj", ".props", ".targets", ".md", ".sql", ".json", ".tsv", ".txt", ".slnx", ".cmd", ".sh", ".yml", ".razor", ".css", ".html", ""];

    public static IReadOnlyList<SourceFile> All { get; } = [.. Read()];

    public static IEnumerable<SourceFile> Code(string folder) => All.Where(file => file.IsCode && file.IsIn(folder));

    private static IEnumerable<SourceFile> Read()
    {
        var places = Directory.EnumerateFiles(Repository.Root).Concat(Folders.Select(folder => Repository.At(folder)).Where(Directory.Exists).SelectMany(Walk));
        foreach (var path in places.Where(path => TextKinds.Contains(System.IO.Path.GetExtension(path)) || System.IO.Path.GetFileName(path).StartsWith('.')))
            if (System.IO.Path.GetFileName(path) != ".git")
                yield return new(System.IO.Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'), File.ReadAllText(path));
    }

    private static IEnumerable<string> Walk(string folder) =>
        Directory.EnumerateFiles(folder).Concat(Directory.EnumerateDirectories(folder).Where(inner => !BuiltFolders.Contains(System.IO.Path.GetFileName(inner))).SelectMany(Walk));
}
