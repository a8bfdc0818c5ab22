using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace YbPay.Contracts.Huimin;

/// <summary>
/// The bills of HOS00022, whose lines the document prints both as DetailList and as detailList: reads both, writes detailList (ruling
/// D6). Where both stand, detailList counts, as it does for the catalogue check.
/// </summary>
public sealed class ExpenseBillsConverter : JsonConverter<ExpenseBill[]>
{
    private const string Name = "detailList";
    private const string Other = "DetailList";

    public override ExpenseBill[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("A list of bills is expected.");
        var info = (JsonTypeInfo<ExpenseBill>)options.GetTypeInfo(typeof(ExpenseBill));
        var bills = new List<ExpenseBill>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            bills.Add(Renamed(JsonElement.ParseValue(ref reader)).Deserialize(info) ?? throw new JsonException("A bill is null."));
        return [.. bills];
    }

    public override void Write(Utf8JsonWriter writer, ExpenseBill[] value, JsonSerializerOptions options)
    {
        var info = (JsonTypeInfo<ExpenseBill>)options.GetTypeInfo(typeof(ExpenseBill));
        writer.WriteStartArray();
        foreach (var bill in value) JsonSerializer.Serialize(writer, bill, info);
        writer.WriteEndArray();
    }

    private static JsonElement Renamed(JsonElement bill)
    {
        if (bill.ValueKind != JsonValueKind.Object || bill.TryGetProperty(Name, out _) || !bill.TryGetProperty(Other, out _)) return bill;
        var text = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(text))
        {
            writer.WriteStartObject();
            foreach (var member in bill.EnumerateObject())
            {
                writer.WritePropertyName(member.NameEquals(Other) ? Name : member.Name);
                member.Value.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return JsonElement.Parse(text.WrittenSpan);
    }
}
