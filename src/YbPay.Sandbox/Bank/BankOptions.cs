using YbPay.Storage;

namespace YbPay.Sandbox.Bank;

/// <summary>How the simulated bank is set up.</summary>
public sealed class BankOptions
{
    public required DatabaseOptions Database { get; init; }

    /// <summary>The bank's own address, without a slash at its end: the pay page's address is made from it.</summary>
    public required string BaseUrl { get; init; }

    public required IReadOnlyList<BankMerchant> Merchants { get; init; }

    /// <summary>How long the bank waits for an answer to a notification.</summary>
    public TimeSpan NotifyTimeout { get; init; } = TimeSpan.FromSeconds(5);
}

/// <summary>Who takes money through this bank. Prints without its secret.</summary>
/// <param name="Id">What <c>X-Bank-Merchant</c> carries.</param>
/// <param name="Name">What the patient sees.</param>
/// <param name="Secret">The key of <c>X-Bank-Signature</c>; at least 16 characters.</param>
public sealed record BankMerchant(string Id, string Name, string Secret)
{
    public override string ToString() => Id;
}
