namespace YbPay.Protocol.Fsi;

/// <summary>The head of a request to a core; docs/protocol/fsi-envelope.md shows it on the wire.</summary>
public sealed record FsiHead
{
    public required string Infno { get; init; }

    /// <summary>30 characters: institution(12) + yyyyMMddHHmmss + sequence(4). Written down before sending: the key for 2601.</summary>
    public required string Msgid { get; init; }

    public required string MdtrtareaAdmvs { get; init; }

    /// <summary>Needed when the input names a person.</summary>
    public string? InsuplcAdmdvs { get; init; }

    public required string RecerSysCode { get; init; }

    public required string OpterType { get; init; }

    public required string Opter { get; init; }

    public required string OpterName { get; init; }

    public required DateTimeOffset InfTime { get; init; }

    public required string FixmedinsCode { get; init; }

    public required string FixmedinsName { get; init; }

    /// <summary>From 9001; absent in 9001 itself.</summary>
    public string? SignNo { get; init; }

    /// <summary>The operator's name stays out of logs.</summary>
    public override string ToString() => $"FsiHead {Infno} {Msgid}";
}
