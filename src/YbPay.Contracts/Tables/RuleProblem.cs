namespace YbPay.Contracts.Tables;

/// <summary>A condition between fields that a message breaks: the field to look at, the rule's name, and a Chinese text without values.</summary>
public sealed record RuleProblem(string Path, string Rule, string Message);

/// <summary>A condition between the fields of one message, beyond what the table can say.</summary>
/// <param name="Name">Stable; the reference page lists it.</param>
/// <param name="Path">The field that a problem points at.</param>
/// <param name="Message">Chinese, for whoever reads the refusal; holds no value of the message.</param>
/// <param name="Holds">Pure.</param>
public sealed record NamedRule<T>(string Name, string Path, string Message, Func<T, bool> Holds)
{
    /// <summary>Every rule that the message breaks, in the list's order.</summary>
    public static IReadOnlyList<RuleProblem> Check(IReadOnlyList<NamedRule<T>> rules, T message) =>
        [.. rules.Where(rule => !rule.Holds(message)).Select(rule => new RuleProblem(rule.Path, rule.Name, rule.Message))];
}
