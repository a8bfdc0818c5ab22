namespace YbPay.Bureau.Tests;

/// <summary>docs/bureau/refusals.md is the list of the code.</summary>
public sealed class RefusalsAreDocumented
{
    [Fact]
    public void The_page_has_every_refusal_once_with_its_number_and_text()
    {
        var rows = File.ReadAllLines(Repository.At("docs", "bureau", "refusals.md"))
            .Where(line => line.StartsWith("| 5", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => (cells[1], cells[2], cells[3]));
        rows.ShouldBe(Refusals.All.Select(refusal => ($"{refusal.Code}", $"`[{refusal.Name}]`", refusal.Message)));
    }

    [Fact]
    public void Numbers_and_names_are_unique_and_the_list_is_whole()
    {
        Refusals.All.Select(refusal => refusal.Code).ShouldBeUnique();
        Refusals.All.Select(refusal => refusal.Name).ShouldBeUnique();
        Refusals.All.Count.ShouldBe(typeof(Refusals).GetFields().Length);
    }
}
