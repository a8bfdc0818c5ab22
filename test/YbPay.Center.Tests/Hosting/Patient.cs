using YbPay.Sandbox.Plan;

namespace YbPay.Center.Tests.Hosting;

/// <summary>An insured person with the credentials of a scanned code.</summary>
internal sealed record Patient(SandboxPerson Person, string EcToken, string PayAuthNo)
{
    /// <summary>An employee; 356.80 yuan on the account.</summary>
    public static SandboxPerson Employee => CenterHost.Persons[0];

    /// <summary>An employee; 1,280.00 yuan on the account.</summary>
    public static SandboxPerson WealthyEmployee => CenterHost.Persons[1];

    /// <summary>A retired person; 2,043.55 yuan on the account.</summary>
    public static SandboxPerson Pensioner => CenterHost.Persons[2];

    /// <summary>Insured as a resident: no account.</summary>
    public static SandboxPerson Resident => CenterHost.Persons[3];

    public override string ToString() => "***";
}
