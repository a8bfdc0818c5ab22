namespace YbPay.Sandbox.Plan;

/// <summary>The servers of a sandbox by name: their databases and master keys go by it.</summary>
public static class SandboxRoles
{
    public const string Center = "center";
    public const string Bureau = "bureau";
    public const string Bank = "bank";
    public const string Hospital = "hospital";
    public const string Control = "control";
    public const string AccountBank = "accountbank";
    public const string Huimin = "huimin";
    public const string CreditBank = "creditbank";
    public const string Insurer = "insurer";

    /// <summary>All of them; each has a master key.</summary>
    public static IReadOnlyList<string> All { get; } = [Center, Bureau, Bank, Hospital, Control, AccountBank, Huimin, CreditBank, Insurer];
}
