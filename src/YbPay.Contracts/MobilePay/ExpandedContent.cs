using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace YbPay.Contracts.MobilePay;

/// <summary>
/// The printed text <c>expContent</c>, whose content is a table: read from a JSON object or from a JSON text inside a string, kept
/// whole (regions add members), and written back in the form it came in. A text that is no JSON is kept too; it has no members.
/// </summary>
[JsonConverter(typeof(ExpandedContentConverter))]
public sealed class ExpandedContent : IEquatable<ExpandedContent>
{
    private readonly JsonElement? members;

    private ExpandedContent(string json, bool isText, JsonElement? members) => (Json, IsText, this.members) = (json, isText, members);

    /// <summary>The content as it came: an object's JSON, or the characters of the text.</summary>
    public string Json { get; }

    /// <summary>True when the content came, and is written, as a text.</summary>
    public bool IsText { get; }

    /// <summary>The merchant of the personal account, or null when not all of its three members are there.</summary>
    public MerchantContent? Merchant =>
        Text("merchantNo") is { } merchant && Text("terminalNo") is { } terminal && Text("isvNo") is { } isv
            ? new MerchantContent { MerchantNo = merchant, TerminalNo = terminal, IsvNo = isv }
            : null;

    /// <summary>The credential that stands for ecToken and payAuthNo in a reversal (6203, ruling C9), or null.</summary>
    public string? RevsToken => Text("revsToken");

    public static ExpandedContent Of(MerchantContent merchant) => OfText(Encoding.UTF8.GetString(MobileJson.Write(merchant)));

    /// <summary>The content for a reversal without the patient's credential; written as a text, as printed.</summary>
    public static ExpandedContent OfRevsToken(string revsToken) =>
        OfText(Encoding.UTF8.GetString(MobileJson.Write(new Dictionary<string, string> { ["revsToken"] = revsToken })));

    public static ExpandedContent OfText(string text) => new(text, isText: true, Parse(text));

    public static ExpandedContent OfObject(JsonElement value)
    {
        var own = value.Clone();
        return new(own.GetRawText(), isText: false, own.ValueKind == JsonValueKind.Object ? own : null);
    }

    /// <summary>One member that is a non-empty text, or null.</summary>
    public string? Text(string member) =>
        Member(member) is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>One member of any kind, or null.</summary>
    public JsonElement? Member(string name) => members is { } all && all.TryGetProperty(name, out var value) ? value : null;

    public bool Equals(ExpandedContent? other) => other is not null && IsText == other.IsText && Json == other.Json;

    public override bool Equals(object? obj) => Equals(obj as ExpandedContent);

    public override int GetHashCode() => HashCode.Combine(Json, IsText);

    public override string ToString() => nameof(ExpandedContent);

    private static JsonElement? Parse(string text)
    {
        // Regions put free text here; only what looks like an object is tried, and what then is none stays a text.
        if (!text.AsSpan().TrimStart().StartsWith("{")) return null;
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        try
        {
            return JsonElement.ParseValue(ref reader);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
