using YbPay.Sandbox.Hospital.Huimin;
using YbPay.Storage;

namespace YbPay.Sandbox.Hospital;

/// <summary>How the simulated hospitals are set up: one process plays all of them.</summary>
public sealed class HospitalOptions
{
    public required DatabaseOptions Database { get; init; }

    /// <summary>32 bytes under which received messages are kept: they hold credentials.</summary>
    public required byte[] MasterKey { get; init; }

    /// <summary>The centre's public key, in any form that the key loader reads.</summary>
    public required string CenterPublicKey { get; init; }

    public required IReadOnlyList<HospitalPartner> Partners { get; init; }

    /// <summary>Those that take part in the huimin platform; each is one of <see cref="Partners"/> too.</summary>
    public IReadOnlyList<HuiminHospital> Huimin { get; init; } = [];

    /// <summary>Visits that the hospitals know from the first start.</summary>
    public IReadOnlyList<HospitalVisit> Visits { get; init; } = [];

    public HospitalCoreOptions Core { get; init; } = HospitalCoreOptions.None;
}

/// <summary>One hospital of the sandbox. Prints without its secrets.</summary>
public sealed record HospitalPartner
{
    public required string OrgCodg { get; init; }

    /// <summary>As its pages show it.</summary>
    public required string Name { get; init; }

    public required string AppId { get; init; }

    public required string AppSecret { get; init; }

    /// <summary>The hospital's own private key.</summary>
    public required string PrivateKey { get; init; }

    /// <summary>True when this hospital asked for sealed callbacks; a clear one is then refused.</summary>
    public required bool Sealed { get; init; }

    public override string ToString() => OrgCodg;
}
