namespace YbPay.Sandbox.Hospital;

/// <summary>The hospitals' own database.</summary>
public sealed class HospitalDatabase(HospitalOptions options) : OwnDatabase(options.Database);
