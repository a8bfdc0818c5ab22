using YbPay.Bureau;
using YbPay.Sandbox.Bank;
using YbPay.Storage;

namespace YbPay.Sandbox.AccountBank;

/// <summary>How the simulated account bank is set up.</summary>
public sealed class AccountBankOptions
{
    public required DatabaseOptions Database { get; init; }

    /// <summary>The core that may order deductions and credits, as a merchant of this bank.</summary>
    public required BankMerchant Core { get; init; }

    /// <summary>Whose accounts are there after the first start; what exists already keeps its money.</summary>
    public required BureauSeed Seed { get; init; }
}
