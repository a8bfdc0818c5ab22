using YbPay.Sandbox.Bank;
using YbPay.Storage;

namespace YbPay.Sandbox.CreditBank;

/// <summary>How the simulated credit bank is set up.</summary>
public sealed class CreditBankOptions
{
    public required DatabaseOptions Database { get; init; }

    /// <summary>The huimin platform, as a merchant of this bank.</summary>
    public required BankMerchant Platform { get; init; }

    /// <summary>Whose accounts are there after the first start; what exists already keeps its money.</summary>
    public required IReadOnlyList<CreditAccountSeed> Accounts { get; init; }
}
