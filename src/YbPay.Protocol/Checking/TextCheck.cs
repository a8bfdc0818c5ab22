using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace YbPay.Protocol.Checking;

/// <summary>What can be told of a JSON text, mostly without making a string of it.</summary>
internal static class TextCheck
{
    private static readonly SearchValues<byte> Suspects = SearchValues.Create([(byte)'\\', 0x7F, 0xC2]);
    private static readonly SearchValues<char> Controls =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(c => (char)c).Except("\t\n\r")]);

    /// <summary>False for what is no Unicode text. Tabs and line ends are no controls here; a supplementary character is one character.</summary>
    public static bool Read(JsonElement value, out int characters, out bool hasControls)
    {
        (characters, hasControls) = (0, false);
        var raw = JsonMarshal.GetRawUtf8Value(value)[1..^1];
        if (!raw.ContainsAny(Suspects))
        {
            characters = Count(raw);
            return Utf8.IsValid(raw);
        }

        try
        {
            var text = value.GetString()!;
            foreach (var _ in text.EnumerateRunes()) characters++;
            hasControls = text.AsSpan().ContainsAny(Controls);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false; // Half of a surrogate pair, or invalid UTF-8.
        }
    }

    /// <summary>Characters of a value as it stands on the wire.</summary>
    public static int CountRaw(JsonElement value) => Count(JsonMarshal.GetRawUtf8Value(value));

    public static bool IsTime(JsonElement value, string form)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value)[1..^1];
        if (raw.Length != form.Length || !Ascii.IsValid(raw)) return false;
        Span<char> text = stackalloc char[raw.Length];
        Encoding.ASCII.GetChars(raw, text);
        return DateTime.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }

    /// <summary>A string that holds a JSON object.</summary>
    public static bool HoldsObject(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return false;
        try
        {
            using var inner = JsonDocument.Parse(value.GetString()!, new JsonDocumentOptions { MaxDepth = 32 });
            return inner.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Every byte that does not continue a character begins one.</summary>
    private static int Count(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var one in utf8)
            if ((one & 0xC0) != 0x80) count++;
        return count;
    }
}
