using System.Buffers;
using System.Text;
using System.Text.Json;

namespace YbPay.Bureau.Features.FeeLines;

/// <summary>Lines as a JSON array of arrays, for the statement that inserts them all.</summary>
internal static class LineRows
{
    public static string Write(IReadOnlyList<StoredLine> lines)
    {
        var buffer = new ArrayBufferWriter<byte>(128 * lines.Count);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var line in lines) Write(writer, line);
            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, StoredLine line)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(line.FeedetlSn);
        writer.WriteStringValue(line.ItemCode);
        writer.WriteNumberValue((int)line.Class);
        writer.WriteNumberValue(line.Quantity);
        writer.WriteNumberValue(line.Split.Amount.Value);
        writer.WriteNumberValue(line.Split.OwnPaid.Value);
        writer.WriteNumberValue(line.Split.OverLimit.Value);
        writer.WriteNumberValue(line.Split.FirstOwnPaid.Value);
        writer.WriteNumberValue(line.Split.InScope.Value);
        writer.WriteEndArray();
    }
}
