using System.Text.Json;

namespace YbPay.Contracts.Json;

/// <summary>What senders write for a field that they leave out: null, an empty text, an empty list.</summary>
internal static class Absence
{
    /// <summary>True when the reader stands on one of them; it then stands on the value's last token.</summary>
    public static bool Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String) return reader.ValueTextEquals("");
        if (reader.TokenType != JsonTokenType.StartArray) return reader.TokenType == JsonTokenType.Null;
        var ahead = reader;
        if (!ahead.Read() || ahead.TokenType != JsonTokenType.EndArray) return false;
        reader = ahead;
        return true;
    }
}
