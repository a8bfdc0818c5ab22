using YbPay.Sandbox.Plan;

namespace YbPay.Sandbox.Control;

/// <summary>What the control needs to reach.</summary>
public sealed class ControlOptions
{
    /// <summary>The centre's address, without a slash at its end: vouchers are made there.</summary>
    public required string CenterBaseUrl { get; init; }

    /// <summary>The huimin platform's address, without a slash at its end; empty when there is none.</summary>
    public string HuiminBaseUrl { get; init; } = "";

    /// <summary>What the centre and the huimin platform want in <c>X-Internal-Token</c>.</summary>
    public required string InternalToken { get; init; }

    /// <summary>Who can be given a voucher: the sandbox plays the credential platform, which knows these people.</summary>
    public required IReadOnlyList<SandboxPerson> Persons { get; init; }

    /// <summary>The identity number of a person of the sandbox; null for nobody of it.</summary>
    internal string? IdNoOf(string psnNo) => Persons.FirstOrDefault(person => person.PsnNo == psnNo)?.IdNo;
}
