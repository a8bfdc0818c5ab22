using System.Text;

namespace YbPay.Huimin.Tests;

/// <summary>docs/huimin/refusals.md is the list of the code, written by this test.</summary>
public sealed class RefusalsAreDocumented
{
    [Fact]
    public void The_page_is_the_list()
    {
        var page = new StringBuilder("# The huimin platform's refusals\n\n");
        page.Append("Written by a test; do not edit it. The document has few return codes and shares 1000 among many reasons: rtMsg says which, and the name stands in the platform's log.\n\n");
        page.Append("| rtCode | name | rtMsg | the same request again can succeed |\n|---|---|---|---|\n");
        foreach (var why in Refusals.All) page.Append(null, $"| {why.RtCode()} | `{why.Name}` | {why.Message} | {(why.MayRetry ? "yes" : "")} |\n");
        Golden.Check(page.ToString(), "docs", "huimin", "refusals.md");
    }

    [Fact]
    public void Names_are_unique_and_codes_are_the_documents()
    {
        Refusals.All.Select(why => why.Name).ShouldBeUnique();
        Refusals.All.Select(why => why.RtCode()).Distinct().ShouldBeSubsetOf(["0001", "0002", "1000", "4000", "4008", "4104", "5501", "5502", "9999"]);
    }
}
