using System.Text.Json;
using System.Text.Json.Serialization;

namespace YbPay.Contracts.Huimin;

/// <summary>Reads <see cref="OrderNumbers"/> from either form and writes them in the form they came in.</summary>
public sealed class OrderNumbersConverter : JsonConverter<OrderNumbers>
{
    public override OrderNumbers Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return OrderNumbers.OfText(reader.GetString()!);
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("Neither a list of texts nor a text.");
        var numbers = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            numbers.Add(reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("A number of an order is a text."));
        return OrderNumbers.Of(numbers);
    }

    public override void Write(Utf8JsonWriter writer, OrderNumbers value, JsonSerializerOptions options)
    {
        if (value.IsText)
        {
            writer.WriteStringValue(value.ToString());
            return;
        }

        writer.WriteStartArray();
        foreach (var number in value.Numbers) writer.WriteStringValue(number);
        writer.WriteEndArray();
    }
}
