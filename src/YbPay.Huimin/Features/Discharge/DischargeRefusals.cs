using YbPay.Contracts.Outcomes;

namespace YbPay.Huimin.Features.Discharge;

/// <summary>The part of <see cref="Refusals"/> that this feature says.</summary>
internal static class DischargeRefusals
{
    public static IReadOnlyList<Refusal> All { get; } = [];
}
