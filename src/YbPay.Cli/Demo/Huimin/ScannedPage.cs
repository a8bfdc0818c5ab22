using System.IO.Compression;

namespace YbPay.Cli.Demo.Huimin;

/// <summary>A page as a scanner gives it: a grey PNG (ISO 15948) of A4 at 100 dpi with ruled lines and text of capitals, digits and a few signs.</summary>
internal static class ScannedPage
{
    private const int Width = 827;
    private const int Height = 1169;
    private const int Margin = 60;
    private const int Dot = 3;
    private const int LineHeight = 14 * Dot;
    private const byte Paper = 0xF4;
    private const byte Ink = 0x20;
    private const byte Rule = 0xB0;

    /// <summary>The same image for the same lines. What the font does not have is left blank.</summary>
    public static byte[] Png(IReadOnlyList<string> lines)
    {
        var page = new byte[Height * (Width + 1)]; // each row begins with its filter, 0
        for (var y = 0; y < Height; y++) page.AsSpan((y * (Width + 1)) + 1, Width).Fill(Paper);
        for (var i = 0; i < lines.Count; i++) Write(page, lines[i], Margin + (i * LineHeight));
        return GreyPng.Write(Width, Height, page, CompressionLevel.Optimal);
    }

    private static void Write(byte[] page, string text, int top)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!Font.Glyphs.TryGetValue(text[i], out var rows)) continue;
            for (var y = 0; y < Font.High; y++)
            {
                for (var x = 0; x < Font.Wide; x++)
                    if ((rows[y] >> (Font.Wide - 1 - x) & 1) == 1) Blot(page, Margin + (((i * (Font.Wide + 1)) + x) * Dot), top + (y * Dot));
            }
        }

        Line(page, top + ((Font.High + 2) * Dot));
    }

    private static void Blot(byte[] page, int left, int top)
    {
        if (left + Dot >= Width - Margin) return;
        for (var y = top; y < top + Dot; y++) page.AsSpan((y * (Width + 1)) + 1 + left, Dot).Fill(Ink);
    }

    private static void Line(byte[] page, int y) => page.AsSpan((y * (Width + 1)) + 1 + Margin, Width - (2 * Margin)).Fill(Rule);

    /// <summary>Letters of five by seven dots, a row a number.</summary>
    private static class Font
    {
        public const int Wide = 5;
        public const int High = 7;

        private const string Drawn =
            "A:0E 11 11 1F 11 11 11;B:1E 11 11 1E 11 11 1E;C:0E 11 10 10 10 11 0E;D:1E 11 11 11 11 11 1E;E:1F 10 10 1E 10 10 1F;F:1F 10 10 1E 10 10 10;G:0E 11 10 17 11 11 0F;"
            + "H:11 11 11 1F 11 11 11;I:0E 04 04 04 04 04 0E;J:07 02 02 02 02 12 0C;K:11 12 14 18 14 12 11;L:10 10 10 10 10 10 1F;M:11 1B 15 15 11 11 11;N:11 19 15 13 11 11 11;"
            + "O:0E 11 11 11 11 11 0E;P:1E 11 11 1E 10 10 10;Q:0E 11 11 11 15 12 0D;R:1E 11 11 1E 14 12 11;S:0F 10 10 0E 01 01 1E;T:1F 04 04 04 04 04 04;U:11 11 11 11 11 11 0E;"
            + "V:11 11 11 11 11 0A 04;W:11 11 11 15 15 1B 11;X:11 11 0A 04 0A 11 11;Y:11 11 0A 04 04 04 04;Z:1F 01 02 04 08 10 1F;"
            + "0:0E 11 13 15 19 11 0E;1:04 0C 04 04 04 04 0E;2:0E 11 01 06 08 10 1F;3:1E 01 01 0E 01 01 1E;4:02 06 0A 12 1F 02 02;5:1F 10 1E 01 01 11 0E;6:0E 10 1E 11 11 11 0E;"
            + "7:1F 01 02 04 08 08 08;8:0E 11 11 0E 11 11 0E;9:0E 11 11 0F 01 01 0E;.:00 00 00 00 00 0C 0C;-:00 00 00 1F 00 00 00;/:01 01 02 04 08 10 10";

        public static Dictionary<char, byte[]> Glyphs { get; } =
            Drawn.Split(';').ToDictionary(letter => letter[0], letter => letter[2..].Split(' ').Select(row => Convert.ToByte(row, 16)).ToArray());
    }
}
