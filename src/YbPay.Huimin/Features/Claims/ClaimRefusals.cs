using YbPay.Contracts.Outcomes;

namespace YbPay.Huimin.Features.Claims;

/// <summary>The part of <see cref="Refusals"/> that this feature says.</summary>
internal static class ClaimRefusals
{
    public static IReadOnlyList<Refusal> All { get; } = [];
}
