using System.IO.Compression;
using System.Text;

namespace YbPay.Protocol.Files;

/// <summary>A ZIP around one text, as the documents exchange statements: one entry, UTF-8, at most 32 MiB whatever its header says.</summary>
public static class TextZip
{
    private const int Largest = 32 * 1024 * 1024;
    private static readonly DateTimeOffset Earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text; null when it is no such ZIP.</summary>
    public static async Task<string?> ReadAsync(byte[] content, CancellationToken cancel)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            if (zip.Entries.Count != 1) return null;
            await using var entry = await zip.Entries[0].OpenAsync(cancel).ConfigureAwait(false);
            using var text = new MemoryStream();
            var piece = new byte[64 * 1024];
            int count;
            while ((count = await entry.ReadAsync(piece, cancel).ConfigureAwait(false)) > 0)
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

    /// <inheritdoc cref="Write(string, byte[])"/>
    public static byte[] Write(string name, string text) => Write(name, Strict.GetBytes(text));

    /// <summary>The same content gives the same ZIP whenever it is packed. What is larger than <see cref="ReadAsync"/> takes is packed all the same.</summary>
    /// <param name="name">Of the entry.</param>
    public static byte[] Write(string name, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(content);
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
