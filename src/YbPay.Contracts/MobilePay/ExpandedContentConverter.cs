using System.Text.Json;
using System.Text.Json.Serialization;

namespace YbPay.Contracts.MobilePay;

/// <summary>Reads <see cref="ExpandedContent"/> from either form and writes it in the form it came in.</summary>
public sealed class ExpandedContentConverter : JsonConverter<ExpandedContent>
{
    public override ExpandedContent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? ExpandedContent.OfText(reader.GetString()!)
            : ExpandedContent.OfObject(JsonElement.ParseValue(ref reader));

    public override void Write(Utf8JsonWriter writer, ExpandedContent value, JsonSerializerOptions options)
    {
        if (value.IsText) writer.WriteStringValue(value.Json);
        else writer.WriteRawValue(value.Json);
    }
}
