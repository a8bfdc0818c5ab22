using System.Text.RegularExpressions;

namespace YbPay.Conventions.Tests;

/// <summary>Files name no machine's paths and no hosts but reserved ones and the few that a reader needs.</summary>
public sealed partial class Hosts
{
    private static readonly string[] Known = ["www.apache.org", "www.w3.org", "github.com", "learn.microsoft.com", "dotnet.microsoft.com", "dot.net", "keepachangelog.com", "semver.org", "xunit.net"];

    [Fact]
    public void No_file_names_a_foreign_host_or_a_path_of_a_machine() =>
        Conformity.Check(Findings(SourceFiles.All.Where(file => !file.Path.EndsWith("Conventions.Tests/Hosts.cs", StringComparison.Ordinal))));

    [Theory]
    [InlineData("see https://packages.somewhere.net/v3/index.json")]
    [InlineData("http://10.1.2.3:8080/api")]
    [InlineData("log in /home/alice/log.txt")]
    [InlineData("C:\\Users\\alice\\log.txt")]
    public void Such_a_file_is_found(string text) => Findings([new("docs/x.md", text)]).ShouldHaveSingleItem();

    [Theory]
    [InlineData("https://his.example/back")]
    [InlineData("http://127.0.0.1:7100")]
    [InlineData("http://localhost:5000 and http://ip:port/org/local")]
    [InlineData("GET /home/index")]
    public void Reserved_hosts_are_left_alone(string text) => Findings([new("docs/x.md", text)]).ShouldBeEmpty();

    private static IEnumerable<string> Findings(IEnumerable<SourceFile> files) =>
        from file in files
        from line in file.Lines
        from Match match in Place().Matches(line.Line)
        where !match.Groups["host"].Success || !IsReserved(match.Groups["host"].Value)
        select $"{file.Path}:{line.Number}: {match.Value}";

    private static bool IsReserved(string host) =>
        Known.Contains(host) || host is "localhost" or "127.0.0.1" or "ip" or "host"
        || host.Split('.')[^1] is "example" or "test" or "invalid" || host.EndsWith("example.org", StringComparison.Ordinal) || host.EndsWith("example.com", StringComparison.Ordinal);

    [GeneratedRegex(@"https?://(?<host>[A-Za-z0-9][A-Za-z0-9.-]*)|(?<![\w.])/(home|root|Users|mnt)/[a-z]\w+/|[A-Z]:\\Users\\")]
    private static partial Regex Place();
}
