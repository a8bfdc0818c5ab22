using System.Text.Json;

namespace YbPay.Protocol.Fsi;

/// <summary>The head of a request to a core; see docs on the national envelope.</summary>
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
}

/// <summary>A core's answer.</summary>
public sealed record FsiReply
{
    /// <summary>0 success, -1 failure.</summary>
    public required int Infcode { get; init; }

    public string? ErrMsg { get; init; }

    public string? InfRefmsgid { get; init; }

    /// <summary>The clear output object; null on failure.</summary>
    public JsonElement? Output { get; init; }
}

/// <summary>Writes and reads the FSI envelope; input and output as object, JSON text or SM4 cipher text, by province.</summary>
public static class FsiEnvelope
{
    public static byte[] WriteRequest(FsiHead head, ReadOnlySpan<byte> input) => throw new NotImplementedException();

    /// <summary>Null when the text is no FSI request; <paramref name="problem"/> then says why, for err_msg.</summary>
    public static FsiHead? ReadRequest(ReadOnlyMemory<byte> text, out JsonElement input, out string? problem) => throw new NotImplementedException();

    public static byte[] WriteReply(FsiReply reply, DateTimeOffset received, DateTimeOffset now) => throw new NotImplementedException();

    /// <summary>Null when the text is no FSI reply: the outcome is then unknown.</summary>
    public static FsiReply? ReadReply(ReadOnlyMemory<byte> text) => throw new NotImplementedException();
}
