using System.Text.Json;
using System.Text.Json.Serialization;

namespace YbPay.Contracts.Json;

/// <summary>
/// Yuan: reads a number or a numeric text, writes a number with exactly two decimals (10m is written 10.00). An amount with a third
/// decimal that is not zero is a bug of the writer, never rounded away: it throws <see cref="JsonException"/>.
/// </summary>
public sealed class MoneyConverter : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => NumericText.Decimal(ref reader);

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options)
    {
        var yuan = decimal.Round(value, 2);
        if (yuan != value) throw new JsonException("An amount has more than two decimals.");
        writer.WriteNumberValue(yuan + 0.00m);
    }
}
