namespace YbPay.Sandbox.Insurer;

/// <summary>The insurer's own database.</summary>
public sealed class InsurerDatabase(InsurerOptions options) : OwnDatabase(options.Database);
