using System.Reflection;
using YbPay.Contracts.Outcomes;

namespace YbPay.Conventions.Tests;

/// <summary>Every refusal has a number of its own, a name, and a row in the reference.</summary>
public sealed class Refused
{
    private static readonly IReadOnlyList<(string Field, Refusal Refusal)> All =
    [
        .. typeof(Refusals).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.FieldType == typeof(Refusal)).Select(field => (field.Name, (Refusal)field.GetValue(null)!)),
    ];

    [Fact]
    public void Every_refusal_is_numbered_once_named_as_its_field_and_in_Chinese() => Conformity.Check(Findings(All));

    [Fact]
    public void Every_refusal_has_a_row_in_the_reference()
    {
        All.Count.ShouldBeGreaterThan(20);
        Conformity.Check(MissingRows(All.Select(known => known.Refusal), File.ReadAllText(Repository.At("docs", "reference", "refusals.md"))));
    }

    [Fact]
    public void A_number_used_twice_a_wrong_name_and_a_missing_row_are_found()
    {
        var one = new Refusal(1, "One", RefusalKind.Invalid, "不正确");
        Findings([("One", one), ("Two", one with { Name = "Two" })]).ShouldHaveSingleItem();
        Findings([("Other", one)]).ShouldHaveSingleItem();
        Findings([("Zero", one with { Code = 0, Name = "Zero" })]).ShouldHaveSingleItem();
        Findings([("One", one with { Message = "wrong" })]).ShouldHaveSingleItem();
        MissingRows([one], "| 2 | Two | Invalid | 不正确 |").ShouldHaveSingleItem();
        MissingRows([one], "| 1 | One | Invalid | 不正确 | no |").ShouldBeEmpty();
    }

    private static IEnumerable<string> Findings(IReadOnlyList<(string Field, Refusal Refusal)> all)
    {
        foreach (var twice in all.GroupBy(known => known.Refusal.Code).Where(group => group.Count() > 1)) yield return $"{twice.Key} is used by {string.Join(", ", twice.Select(known => known.Field))}";
        foreach (var (field, refusal) in all)
        {
            if (refusal.Name != field) yield return $"{field} is named {refusal.Name}";
            if (refusal.Code <= 0) yield return $"{field} has the number {refusal.Code}";
            if (!refusal.Message.Any(c => c is >= '一' and <= '鿿')) yield return $"{field} has no Chinese message";
        }
    }

    private static IEnumerable<string> MissingRows(IEnumerable<Refusal> refusals, string page) => refusals
        .Where(refusal => !page.Contains($"| {refusal.Code} | {refusal.Name} | {refusal.Kind} | {refusal.Message} |", StringComparison.Ordinal))
        .Select(refusal => $"{refusal} has no row, or another, in docs/reference/refusals.md");
}
