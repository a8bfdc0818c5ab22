using YbPay.Sandbox.Bank;
using YbPay.Storage;

namespace YbPay.Sandbox.Insurer;

/// <summary>How the simulated insurer is set up.</summary>
public sealed class InsurerOptions
{
    public required DatabaseOptions Database { get; init; }

    /// <summary>The huimin platform, as a merchant of this insurer.</summary>
    public required BankMerchant Platform { get; init; }

    /// <summary>The plans, and who is insured after the first start; who is insured already keeps what is used.</summary>
    public required InsuranceBook Book { get; init; }

    /// <summary>How long a case rests at each stage, on the insurer's clock.</summary>
    public TimeSpan StagePause { get; init; } = TimeSpan.FromMinutes(1);
}
