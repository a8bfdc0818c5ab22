using System.Text.Json.Serialization;

namespace YbPay.Center.Pipeline;

/// <summary>The unsigned reply to an envelope that was not accepted: the same for every reason.</summary>
internal sealed record RejectionReply(int Code, string Message, bool Success, string Timestamp);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RejectionReply))]
internal sealed partial class RejectionJson : JsonSerializerContext;
