using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace YbPay.Contracts.Json;

/// <summary>A number that may be absent, in any of the ways senders leave a field out.</summary>
public sealed class OptionalNumberConverter<T>(JsonConverter<T> number) : JsonConverter<T?>
    where T : struct
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Absence.Read(ref reader) ? null : number.Read(ref reader, typeof(T), options);

    public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options)
    {
        if (value is { } known) number.Write(writer, known, options);
        else writer.WriteNullValue();
    }
}

/// <summary>A text that may be absent.</summary>
public sealed class OptionalTextConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Absence.Read(ref reader) ? null
        : reader.TokenType == JsonTokenType.String ? reader.GetString()
        : throw new JsonException("A text is expected.");

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>A text that may be absent, and that some senders write as a number: its digits are then the text.</summary>
public sealed class ScalarTextConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (Absence.Read(ref reader)) return null;
        if (reader.TokenType == JsonTokenType.String) return reader.GetString();
        if (reader.TokenType != JsonTokenType.Number) throw new JsonException("A text is expected.");
        return JsonElement.ParseValue(ref reader).GetRawText();
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>A node, or a list of nodes, that may be absent.</summary>
public sealed class OptionalNodeConverter<T> : JsonConverter<T?>
    where T : class
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Absence.Read(ref reader) ? null : JsonSerializer.Deserialize(ref reader, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));

    public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value!, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
}
