using YbPay.Contracts.Outcomes;

namespace YbPay.Huimin.Features.Payments;

/// <summary>The part of <see cref="Refusals"/> that this feature says.</summary>
internal static class PaymentRefusals
{
    public static IReadOnlyList<Refusal> All { get; } = [];
}
