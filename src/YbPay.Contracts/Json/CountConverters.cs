using System.Numerics;
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
public sealed class WholeCountConverter<T> : JsonConverter<T>
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
{
    private static readonly decimal Least = decimal.CreateChecked(T.MinValue);
    private static readonly decimal Most = decimal.CreateChecked(T.MaxValue);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var value = NumericText.Decimal(ref reader);
        return value == decimal.Truncate(value) && value >= Least && value <= Most
            ? T.CreateChecked(value)
            : throw new JsonException("A whole number of this size is not expected.");
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(decimal.CreateChecked(value));
}
