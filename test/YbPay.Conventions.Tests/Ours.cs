using System.Reflection;

namespace YbPay.Conventions.Tests;

/// <summary>The built assemblies of src, all of which this project sees through the CLI.</summary>
internal static class Ours
{
    public static IReadOnlyList<Assembly> Assemblies { get; } =
    [
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Where(file => IsProjectOf("src", file))
            .Order(StringComparer.Ordinal)
            .Select(Assembly.LoadFrom),
    ];

    public static Assembly Named(string name) => Assemblies.Single(assembly => assembly.GetName().Name == name);

    private static bool IsProjectOf(string folder, string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return Directory.Exists(Repository.At(folder, name == "ybpay" ? "YbPay.Cli" : name));
    }
}
