using System.Text.Json;

namespace YbPay.Protocol.Huimin;

/// <summary>Questions about JSON that is at hand as a whole.</summary>
internal static class SmallJson
{
    /// <summary>One JSON object in well-formed UTF-8 and nothing behind it.</summary>
    public static bool IsObject(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return false;
            while (reader.Read())
            {
                // Reading a text is what finds a wrong byte or half a surrogate pair in it.
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName) reader.GetString();
            }

            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Whether a text with its quotes, escapes undone, says <paramref name="expected"/>.</summary>
    public static bool IsText(ReadOnlySpan<byte> quoted, ReadOnlySpan<byte> expected)
    {
        try
        {
            var reader = new Utf8JsonReader(quoted);
            return reader.Read() && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(expected);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
