namespace YbPay.Conventions.Tests;

/// <summary>A known exception to a convention, with its reason. The lists may only shrink: one that is no longer needed fails.</summary>
/// <param name="Place">What the finding begins with, usually a path.</param>
internal sealed record Exemption(string Place, string Reason);

internal static class Conformity
{
    /// <summary>Fails with every finding that is not exempt, and with every exemption that exempts nothing.</summary>
    public static void Check(IEnumerable<string> findings, params IReadOnlyList<Exemption> exemptions)
    {
        var all = findings.ToList();
        string[] problems =
        [
            .. all.Where(finding => !exemptions.Any(known => finding.StartsWith(known.Place, StringComparison.Ordinal))),
            .. exemptions.Where(known => !all.Any(finding => finding.StartsWith(known.Place, StringComparison.Ordinal))).Select(known => $"{known.Place} needs no exemption any more"),
        ];
        if (problems.Length > 0) Assert.Fail(string.Join('\n', problems));
    }
}
