namespace YbPay.Sandbox.CreditBank;

/// <summary>The credit bank's own database.</summary>
public sealed class CreditBankDatabase(CreditBankOptions options) : OwnDatabase(options.Database);
