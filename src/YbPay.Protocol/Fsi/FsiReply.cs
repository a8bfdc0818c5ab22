using System.Text.Json;

namespace YbPay.Protocol.Fsi;

/// <summary>A core's answer.</summary>
public sealed record FsiReply
{
    /// <summary>0 success, -1 failure.</summary>
    public required int Infcode { get; init; }

    public string? ErrMsg { get; init; }

    public string? WarnMsg { get; init; }

    public string? InfRefmsgid { get; init; }

    /// <summary>The clear output object; null on failure.</summary>
    public JsonElement? Output { get; init; }

    /// <summary>The output holds a person's data and stays out of logs.</summary>
    public override string ToString() => $"FsiReply {Infcode} {InfRefmsgid}";
}
