namespace YbPay.Testing;

/// <summary>Compares a text with a checked-in file. <c>YBPAY_ACCEPT=1</c> rewrites the file instead; review the diff.</summary>
public static class Golden
{
    private static readonly bool Accept = Environment.GetEnvironmentVariable("YBPAY_ACCEPT") == "1";

    /// <param name="actual">The whole text; line ends are normalised.</param>
    /// <param name="parts">The file's path under the repository's root.</param>
    public static void Check(string actual, params string[] parts)
    {
        var path = Repository.At(parts);
        var text = actual.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Accept)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return;
        }

        File.Exists(path).ShouldBeTrue($"{path} is missing; run with YBPAY_ACCEPT=1 and review it");
        text.ShouldBe(File.ReadAllText(path).ReplaceLineEndings("\n"), $"{path} differs; run with YBPAY_ACCEPT=1 and review the diff");
    }
}
