using System.Text.Json;
using System.Text.Json.Serialization;

namespace YbPay.Contracts.Json;

/// <summary>A number that may be absent; many senders write an empty text for it.</summary>
public sealed class OptionalNumberConverter<T>(JsonConverter<T> number) : JsonConverter<T?>
    where T : struct
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("") ? null : number.Read(ref reader, typeof(T), options);

    public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options)
    {
        if (value is { } known) number.Write(writer, known, options);
        else writer.WriteNullValue();
    }
}
