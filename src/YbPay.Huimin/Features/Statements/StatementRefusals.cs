using YbPay.Contracts.Outcomes;

namespace YbPay.Huimin.Features.Statements;

/// <summary>The part of <see cref="Refusals"/> that this feature says.</summary>
internal static class StatementRefusals
{
    public static readonly Refusal StatementNotReady = new(1000, nameof(StatementNotReady), RefusalKind.Unavailable, "对账单次日12点后生成", MayRetry: true);

    public static IReadOnlyList<Refusal> All { get; } = [StatementNotReady];
}
