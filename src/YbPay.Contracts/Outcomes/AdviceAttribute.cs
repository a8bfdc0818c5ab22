namespace YbPay.Contracts.Outcomes;

/// <summary>
/// What the developer at the other end should do about a <see cref="Refusal"/>: one or two sentences, printed in
/// docs/reference/refusals.md. Every refusal has one.
/// </summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class AdviceAttribute(string text) : Attribute
{
    /// <summary>English, addressed to the developer of a hospital's system.</summary>
    public string Text { get; } = text;
}
