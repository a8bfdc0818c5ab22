using System.IO.Compression;
using System.Text;

namespace YbPay.Bureau.Features.Reconciliation;

/// <summary>The ZIP around a detail file: one entry, UTF-8, of bounded size whatever its header says.</summary>
internal static class StatementZip
{
    private const int Largest = 32 * 1024 * 1024;
    private static readonly DateTimeOffset Earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Null when it is no such ZIP.</summary>
    public static async Task<string?> ReadAsync(byte[] content, CancellationToken cancel)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            if (zip.Entries.Count != 1) return null;
            await using var entry = await zip.Entries[0].OpenAsync(cancel);
            using var text = new MemoryStream();
            var piece = new byte[64 * 1024];
            int count;
            while ((count = await entry.ReadAsync(piece, cancel)) > 0)
            {
                if (text.Length + count > Largest) return null;
                text.Write(piece, 0, count);
            }

            return Strict.GetString(text.GetBuffer(), 0, (int)text.Length);
        }
        catch (InvalidDataException)
        {
            return null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    public static byte[] Write(string name, string text) => Write(name, Strict.GetBytes(text));

    /// <summary>The same content gives the same ZIP whenever it is packed.</summary>
    public static byte[] Write(string name, byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entry = zip.CreateEntry(name);
            entry.LastWriteTime = Earliest;
            using var stream = entry.Open();
            stream.Write(content);
        }

        return bytes.ToArray();
    }
}
