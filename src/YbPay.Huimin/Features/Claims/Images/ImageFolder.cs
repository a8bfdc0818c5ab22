using System.Buffers;
using System.Security.Cryptography;
using YbPay.Cryptography;

namespace YbPay.Huimin.Features.Claims.Images;

/// <summary>Where images lie: <c>incoming/</c> while they are received, then <c>{first two digits}/{id}</c>. Several nodes may share it.</summary>
internal sealed class ImageFolder(HuiminOptions options, ImageKeys keys)
{
    private string Incoming => Path.Combine(options.ImageFolder, "incoming");

    /// <summary>A new temporary file, open and locked. Whoever may look at it besides its owner sees cipher text.</summary>
    public FileStream Create(string fileId)
    {
        Directory.CreateDirectory(Incoming);
        var form = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Delete, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) form.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Temporary(fileId), form);
    }

    /// <summary>Moves a temporary file to its place; nothing when it is there already.</summary>
    public void Keep(string fileId)
    {
        var path = PathOf(fileId);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            File.Move(Temporary(fileId), path, overwrite: true);
        }
        catch (FileNotFoundException) when (File.Exists(path))
        {
            // A sweep of another node found its row first and has moved it.
        }
    }

    public void Remove(string fileId) => File.Delete(Temporary(fileId));

    /// <summary>Temporary files that nobody holds open: a crash left them.</summary>
    public IReadOnlyList<string> Abandoned() =>
        Directory.Exists(Incoming) ? [.. Directory.EnumerateFiles(Incoming).Where(path => !IsHeld(path)).Select(path => Path.GetFileName(path))] : [];

    /// <summary>Writes the clear image; throws <see cref="InvalidDataException"/> at the first chunk whose seal does not hold.</summary>
    /// <exception cref="FileNotFoundException">There is no such image.</exception>
    public async Task ReadAsync(string fileId, Stream output, CancellationToken cancel)
    {
        await using var file = Open(fileId);
        var box = ArrayPool<byte>.Shared.Rent(ImageKeys.SealedChunk);
        var chunk = ArrayPool<byte>.Shared.Rent(ImageKeys.ChunkSize);
        try
        {
            var head = new byte[ImageKeys.HeadSize];
            if (await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancel) < head.Length || !keys.Knows(head, Convert.FromHexString(fileId)))
                throw new InvalidDataException($"Image {fileId} is no sealed image, or another, or its master key is not loaded.");
            var left = file.Length - file.Position;
            for (var place = 0; place == 0 || left > 0; place++)
            {
                var size = (int)Math.Min(left, ImageKeys.SealedChunk);
                await file.ReadExactlyAsync(box.AsMemory(0, size), cancel);
                left -= size;
                var count = size - AuthenticatedCipher.Overhead;
                if (count < 0 || !keys.Open(head, place, left == 0, box.AsSpan(0, size), chunk.AsSpan(0, count))) throw new InvalidDataException($"Chunk {place} of image {fileId} was changed.");
                await output.WriteAsync(chunk.AsMemory(0, count), cancel);
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(chunk);
            ArrayPool<byte>.Shared.Return(chunk);
            ArrayPool<byte>.Shared.Return(box);
        }
    }

    /// <summary>Between the commit that names it and its move, or after a crash there, an image lies under its temporary name.</summary>
    private FileStream Open(string fileId)
    {
        try
        {
            return OpenForReading(PathOf(fileId));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return OpenForReading(Temporary(fileId));
        }
    }

    private static FileStream OpenForReading(string path) =>
        new(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0, Options = FileOptions.Asynchronous });

    private static bool IsHeld(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true; // locked by who writes it, or gone by now
        }
    }

    private string Temporary(string fileId) => Path.Combine(Incoming, fileId);

    private string PathOf(string fileId) => Path.Combine(options.ImageFolder, fileId[..2], fileId);
}
