namespace YbPay.Sandbox.Bank;

/// <summary>The bank's own database.</summary>
public sealed class BankDatabase(BankOptions options) : OwnDatabase(options.Database);
