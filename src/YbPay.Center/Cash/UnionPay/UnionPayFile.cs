using System.Globalization;
using System.IO.Compression;
using System.Text;
using YbPay.Engine.Money;

namespace YbPay.Center.Cash.UnionPay;

/// <summary>
/// Reads a statement: Base64 of a zlib stream of a ZIP, in it the file of transactions (…ZM_…), fields of fixed width parted by a blank.
/// Amounts in fen. Pure.
/// </summary>
internal static class UnionPayFile
{
    private const int Largest = 64 * 1024 * 1024;

    // Up to the order's number: kind, two institutions, trace, time, account, amount, trade, terminal, query number, way (old), order.
    private static readonly int[] Widths = [3, 11, 11, 6, 10, 19, 12, 4, 2, 21, 2, 32];

    /// <summary>Null when it is not such a file, or a line cannot be read.</summary>
    public static IReadOnlyList<ChannelStatementLine>? Read(string content)
    {
        try
        {
            using var zip = new ZipArchive(Inflated(Convert.FromBase64String(content)), ZipArchiveMode.Read);
            if (zip.Entries.FirstOrDefault(entry => entry.Name.Contains("ZM_", StringComparison.Ordinal)) is not { } file || file.Length > Largest) return null;
            using var reader = new StreamReader(file.Open(), Encoding.Latin1);
            var lines = new List<ChannelStatementLine>();
            while (reader.ReadLine() is { } row)
            {
                if (row.Trim().Length == 0) continue;
                if (Line(row) is not { } line) return null;
                lines.Add(line);
            }

            return lines;
        }
        catch (Exception e) when (e is FormatException or InvalidDataException or IOException)
        {
            return null;
        }
    }

    /// <summary>S22 is a purchase, S30 a refund; the order's number is ours, of the payment or of the refund.</summary>
    private static ChannelStatementLine? Line(string row)
    {
        if (row.Length < Widths.Sum() + Widths.Length - 1) return null;
        if (!long.TryParse(Field(row, 6), NumberStyles.None, CultureInfo.InvariantCulture, out var fen) || Field(row, 11) is not { Length: > 0 } number) return null;
        return Field(row, 0) switch
        {
            "S22" => new(number, number, new Fen(fen)),
            "S30" => new(number, number, new Fen(-fen)),
            _ => null,
        };
    }

    private static string Field(string row, int index) => row.Substring(Widths.Take(index).Sum() + index, Widths[index]).Trim();

    private static MemoryStream Inflated(byte[] packed)
    {
        using var stream = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        var clear = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if (clear.Length + read > Largest) throw new InvalidDataException("larger than a statement");
            clear.Write(buffer, 0, read);
        }

        clear.Position = 0;
        return clear;
    }
}
