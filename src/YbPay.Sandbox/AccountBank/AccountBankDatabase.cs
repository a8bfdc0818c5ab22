namespace YbPay.Sandbox.AccountBank;

/// <summary>The account bank's own database.</summary>
public sealed class AccountBankDatabase(AccountBankOptions options) : OwnDatabase(options.Database);
