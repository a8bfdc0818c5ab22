using System.Globalization;
using System.Text.Json;

namespace YbPay.Contracts.Json;

/// <summary>Reads a number from a JSON number or from a text of digits, sign and point; the scale is kept.</summary>
internal static class NumericText
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public static decimal Decimal(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var number)) return number;
        if (reader.TokenType == JsonTokenType.String && decimal.TryParse(reader.GetString(), Style, CultureInfo.InvariantCulture, out var text)) return text;
        throw new JsonException("Neither a number nor a numeric text.");
    }
}
