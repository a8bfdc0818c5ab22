using System.Buffers;

namespace YbPay.Protocol.Canonical;

/// <summary>Writes JSON texts with exactly the escapes of ruling A.2, in upper-case hex.</summary>
internal static class CanonicalText
{
    // Everything that may need an escape: ASCII as such, the others by their lead byte (C2: U+0080-U+009F, E2: U+2028, U+2029).
    private static readonly SearchValues<byte> Suspects = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(i => (byte)i), (byte)'"', (byte)'\\', 0x7F, 0xC2, 0xE2]);

    public static void Append(TextBuffer output, ReadOnlySpan<byte> text)
    {
        var next = text.IndexOfAny(Suspects);
        if (next < 0)
        {
            AppendQuoted(output, text);
            return;
        }

        output.Append((byte)'"');
        for (; next >= 0; next = text.IndexOfAny(Suspects))
        {
            output.Append(text[..next]);
            text = text[(next + AppendOne(output, text[next..]))..];
        }

        output.Append(text);
        output.Append((byte)'"');
    }

    /// <summary>Quotes around what needs no escape: most texts, hence room is looked for only once.</summary>
    public static void AppendQuoted(TextBuffer output, ReadOnlySpan<byte> text)
    {
        var room = output.Reserve(text.Length + 2)[..(text.Length + 2)];
        room[0] = (byte)'"';
        text.CopyTo(room[1..]);
        room[^1] = (byte)'"';
        output.Advance(room.Length);
    }

    /// <summary>Writes the character at the start of <paramref name="text"/>; how many bytes it took there.</summary>
    private static int AppendOne(TextBuffer output, ReadOnlySpan<byte> text)
    {
        var first = text[0];
        if (first < 0x80)
        {
            if (Short(first) is var letter and not 0)
            {
                output.Append((byte)'\\');
                output.Append(letter);
            }
            else
                AppendHex(output, first);
            return 1;
        }

        if (first == 0xC2)
        {
            if (text[1] < 0xA0) AppendHex(output, text[1]);
            else output.Append(text[..2]);
            return 2;
        }

        if (text[1] == 0x80 && text[2] is 0xA8 or 0xA9) AppendHex(output, 0x2000 | (text[2] & 0x3F));
        else output.Append(text[..3]);
        return 3;
    }

    private static byte Short(byte c) => c switch
    {
        (byte)'"' or (byte)'\\' => c,
        0x08 => (byte)'b',
        0x09 => (byte)'t',
        0x0A => (byte)'n',
        0x0C => (byte)'f',
        0x0D => (byte)'r',
        _ => 0,
    };

    private static void AppendHex(TextBuffer output, int c)
    {
        output.Append("\\u"u8);
        for (var shift = 12; shift >= 0; shift -= 4) output.Append("0123456789ABCDEF"u8[(c >> shift) & 0xF]);
    }
}
