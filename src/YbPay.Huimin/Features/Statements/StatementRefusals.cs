using YbPay.Contracts.Outcomes;

namespace YbPay.Huimin.Features.Statements;

/// <summary>The part of <see cref="Refusals"/> that this feature says.</summary>
internal static class StatementRefusals
{
    public static IReadOnlyList<Refusal> All { get; } = [];
}
