using System.Text.Json;
using YbPay.Bureau.Accounts;
using YbPay.Contracts.Outcomes;

namespace YbPay.Bureau.Features.Accounts;

/// <summary>Where a deduction stands after a transaction.</summary>
internal abstract record DeductionStep
{
    private DeductionStep()
    {
    }

    /// <summary>A leg is written down and the money held: now it may be sent.</summary>
    public sealed record Send(BankOrder Order) : DeductionStep;

    /// <summary>It is over.</summary>
    public sealed record Ended(Outcome<JsonElement> Answer) : DeductionStep;

    /// <summary>Somebody waits for a bank's word.</summary>
    public sealed record Waiting : DeductionStep;
}
