using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace YbPay.Center.Pipeline;

/// <summary>The unsigned reply to an envelope that was not accepted: the same for every reason.</summary>
internal sealed record RejectionReply(int Code, string Message, bool Success, string Timestamp);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RejectionReply))]
internal sealed partial class RejectionJson : JsonSerializerContext
{
    /// <summary>Chinese as it is: the reader is a person with a log before him, and no page ever holds this text.</summary>
    public static RejectionJson Readable { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
