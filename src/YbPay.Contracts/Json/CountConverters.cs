using System.Text.Json;
using System.Text.Json.Serialization;

namespace YbPay.Contracts.Json;

/// <summary>A number with decimals: reads a number or a numeric text, writes a number with the scale it was given.</summary>
public sealed class CountConverter : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => NumericText.Decimal(ref reader);

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}

/// <summary>A whole number: reads a number or a numeric text (3.0 is whole), writes a number.</summary>
public sealed class WholeCountConverter : JsonConverter<int>
{
    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var value = NumericText.Decimal(ref reader);
        return value == decimal.Truncate(value) && value is >= int.MinValue and <= int.MaxValue
            ? (int)value
            : throw new JsonException("A whole number is expected.");
    }

    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
