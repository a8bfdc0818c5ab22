using YbPay.Contracts.Outcomes;

namespace YbPay.Huimin.Features.Enrolment;

/// <summary>The part of <see cref="Refusals"/> that this feature says.</summary>
internal static class EnrolmentRefusals
{
    public static IReadOnlyList<Refusal> All { get; } = [];
}
