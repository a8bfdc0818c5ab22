using YbPay.Cli.Testing;

namespace YbPay.Cli.Tests.Testing;

public sealed class TestReportTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Passed_failed_and_skipped_are_counted_from_the_tests_themselves()
    {
        var report = Read("""
            <assemblies><assembly total="3" passed="3" failed="0">
              <collection>
                <test name="A" result="Pass" /><test name="B" result="Skip"><reason>no database</reason></test>
                <test name="C" result="Fail"><failure><message>wrong</message><stack-trace>at C</stack-trace></failure></test>
              </collection></assembly></assemblies>
            """, exitCode: 1);

        (report.Passed, report.Skipped, report.Failures.Count).ShouldBe((1, 1, 1));
        report.Failures[0].ShouldBe(new TestFailure("C", "wrong", "at C"));
        report.SkipReasons.ShouldBe(["no database"]);
        report.IsBroken.ShouldBeFalse();
    }

    [Theory]
    [InlineData("<assemblies><assembly total=\"0\" /></assemblies>", 0, "holds no test")]
    [InlineData("<assemblies><assembly total=\"1\"><test name=\"A\" result=\"Pass\" /></assembly></assemblies>", 3, "ended with code 3")]
    [InlineData("<assemblies><assembly total=\"2\"><test name=\"A\" result=\"Pass\" /></assembly></assemblies>", 0, "2 tests were promised and 1 reported")]
    [InlineData("<assemblies><assembly total=\"1\"><test na", 139, "cut off")]
    public void A_project_that_did_not_do_its_work_counts_as_a_failure(string xml, int exitCode, string why)
    {
        var report = Read(xml, exitCode);

        report.IsBroken.ShouldBeTrue();
        report.Failures.ShouldHaveSingleItem().Message.ShouldContain(why);
    }

    [Fact]
    public void A_project_without_a_report_counts_as_a_failure()
    {
        var report = TestReport.Read("P", _file + ".none", exitCode: 134, TimeSpan.Zero);

        report.Failures.ShouldHaveSingleItem().Message.ShouldContain("134");
    }

    [Fact]
    public void A_clean_up_that_fails_is_a_failure_though_every_test_passed()
    {
        var report = Read("""
            <assemblies><assembly total="1" errors="1"><errors><error type="assembly-cleanup" name="Fixture"><failure><message>left open</message></failure></error></errors>
              <collection><test name="A" result="Pass" /></collection></assembly></assemblies>
            """, exitCode: 1);

        report.Failures.ShouldHaveSingleItem().Message.ShouldBe("left open");
    }

    [Theory]
    [InlineData(0, "2 passed, 0 failed")]
    [InlineData(3, "2 passed, 0 failed, 3 skipped")]
    public void Totals_name_the_skipped_only_when_there_are_any(int skipped, string line)
    {
        var report = new TestReport { Project = "P", Passed = 2, Skipped = skipped, Failures = [], Time = TimeSpan.Zero };

        TestTable.Totals([report]).ShouldBe(line);
    }

    [Fact]
    public void Every_test_project_of_this_repository_is_found()
    {
        var found = TestProject.Find(Repository.Root, "Release", filter: null).Select(project => project.Name).ToList();

        found.ShouldContain("YbPay.Cli.Tests");
        found.ShouldBe(Directory.GetFiles(Repository.At("test"), "*.Tests.csproj", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!);
        TestProject.Find(Repository.Root, "Release", "engine").ShouldHaveSingleItem().Name.ShouldBe("YbPay.Engine.Tests");
    }

    private TestReport Read(string xml, int exitCode)
    {
        File.WriteAllText(_file, xml);
        return TestReport.Read("P", _file, exitCode, TimeSpan.Zero);
    }
}
