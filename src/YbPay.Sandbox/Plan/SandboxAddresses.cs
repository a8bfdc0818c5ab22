namespace YbPay.Sandbox.Plan;

/// <summary>Where the sandbox's servers listen, on loopback; none ends with a slash.</summary>
public sealed record SandboxAddresses(
    string Center, string Bureau, string Bank, string Hospital, string Control, string AccountBank, string Huimin, string CreditBank, string Insurer)
{
    /// <summary>How many ports in a row a sandbox takes.</summary>
    public const int Ports = 9;

    /// <summary>Nine ports in a row, in the order of the parameters.</summary>
    public static SandboxAddresses FromPortBase(int portBase)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(portBase, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(portBase, 65535 - (Ports - 1));
        return new(At(0), At(1), At(2), At(3), At(4), At(5), At(6), At(7), At(8));

        string At(int step) => $"http://127.0.0.1:{portBase + step}";
    }
}
