using System.Globalization;
using System.Reflection;
using System.Text;
using YbPay.Contracts.Outcomes;

namespace YbPay.Engine.Tests.Refusing;

/// <summary>docs/reference/refusals.md, made from the list of refusals and the advice beside each.</summary>
public class RefusalsPage
{
    private static readonly List<(FieldInfo Field, Refusal Refusal)> All =
        [.. typeof(Refusals).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (field, (Refusal)field.GetValue(null)!))];

    [Fact]
    public void The_printed_page_is_the_list()
    {
        var page = new StringBuilder();
        page.Append("""
            # Refusals

            Made by a test from `Refusals`. The number is what a reply carries in `code`; 0 is success, and a number is never
            used again for another reason. Where two refusals apply, the upper one is answered. The message may be followed by
            a colon and particulars, so programs compare the number and people read the message. "Again unchanged" means that
            the very same request, with the same serial number, may be sent again and can then succeed.

            | code | Name | Kind | message | Again unchanged | What to do |
            |---|---|---|---|---|---|

            """);
        foreach (var (field, refusal) in All)
        {
            var advice = field.GetCustomAttribute<AdviceAttribute>()?.Text.Replace("|", "\\|", StringComparison.Ordinal);
            page.Append(CultureInfo.InvariantCulture, $"| {refusal.Code} | {refusal.Name} | {refusal.Kind} | {refusal.Message} | {(refusal.MayRetry ? "yes" : "no")} | {advice} |\n");
        }

        Golden.Check(page.ToString(), "docs", "reference", "refusals.md");
    }

    [Fact]
    public void Every_refusal_advises_the_developer_in_a_sentence_of_its_own()
    {
        foreach (var (field, _) in All)
        {
            var advice = field.GetCustomAttribute<AdviceAttribute>().ShouldNotBeNull($"{field.Name} says no and not what to do").Text;
            advice.Length.ShouldBeGreaterThan(20, field.Name);
            advice.ShouldEndWith(".", Case.Sensitive, field.Name);
        }

        All.Select(one => one.Field.GetCustomAttribute<AdviceAttribute>()!.Text).ShouldBeUnique();
    }

    [Fact]
    public void Codes_ascend_and_none_is_success()
    {
        All.ShouldNotBeEmpty();
        All.Select(one => one.Refusal.Code).ShouldBeInOrder(SortDirection.Ascending);
        All.Select(one => one.Refusal.Code).ShouldBeUnique();
        All.ShouldAllBe(one => one.Refusal.Code > 0);
    }

    [Fact]
    public void Each_is_named_like_its_field_and_speaks_Chinese()
    {
        foreach (var (field, refusal) in All)
        {
            refusal.Name.ShouldBe(field.Name);
            refusal.Message.ShouldContain(letter => letter >= '\u4E00' && letter <= '\u9FFF');
        }
    }

    [Fact]
    public void Only_what_time_can_change_may_be_tried_again_unchanged()
    {
        foreach (var (_, refusal) in All)
            if (refusal.MayRetry) refusal.Kind.ShouldBeOneOf(RefusalKind.Unavailable, RefusalKind.Conflict);
            else refusal.Kind.ShouldNotBe(RefusalKind.Unavailable, refusal.Name);
    }
}
