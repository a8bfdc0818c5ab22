using System.Buffers;
using System.Security.Cryptography;
using YbPay.Cryptography;

namespace YbPay.Huimin.Features.Claims.Images;

/// <summary>
/// One image on its way into the folder: sealed as it comes in, under a temporary name that is gone unless <see cref="Keep"/> is called.
/// The file is held open and locked meanwhile, which is how a sweep tells it from what a crash left behind.
/// </summary>
internal sealed class SealedImage : IDisposable
{
    private readonly ImageKeys keys;
    private readonly ImageFolder folder;
    private readonly FileStream file;
    private readonly byte[] head;
    private byte[] chunk = ArrayPool<byte>.Shared.Rent(ImageKeys.ChunkSize);
    private byte[] box = ArrayPool<byte>.Shared.Rent(ImageKeys.SealedChunk);
    private int held;
    private int place;
    private bool isKept;

    public SealedImage(ImageKeys keys, ImageFolder folder)
    {
        (this.keys, this.folder) = (keys, folder);
        var id = RandomNumberGenerator.GetBytes(ImageKeys.IdSize);
        FileId = Convert.ToHexStringLower(id);
        head = keys.NewHead(id);
        file = folder.Create(FileId);
        try
        {
            file.Write(head);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>32 hex digits: the file's name and what its seals are bound to.</summary>
    public string FileId { get; }

    public void Write(ReadOnlySpan<byte> piece)
    {
        while (!piece.IsEmpty)
        {
            if (held == ImageKeys.ChunkSize) Flush(isLast: false); // only now is it known that more follows
            var count = Math.Min(piece.Length, ImageKeys.ChunkSize - held);
            piece[..count].CopyTo(chunk.AsSpan(held));
            held += count;
            piece = piece[count..];
        }
    }

    /// <summary>The end of the image; on disk, under its temporary name, when this returns.</summary>
    public void Finish()
    {
        Flush(isLast: true);
        file.Flush(flushToDisk: true);
    }

    /// <summary>After the commit that names it: moves it to its place. Killed before, the next start does it.</summary>
    public void Keep()
    {
        isKept = true;
        folder.Keep(FileId);
    }

    /// <summary>Nobody knows whether the commit that names it came to be: it stays under its temporary name, and the next start decides.</summary>
    public void Leave() => isKept = true;

    public void Dispose()
    {
        if (chunk.Length == 0) return;
        if (!isKept) folder.Remove(FileId);
        file.Dispose();
        CryptographicOperations.ZeroMemory(chunk);
        ArrayPool<byte>.Shared.Return(chunk);
        ArrayPool<byte>.Shared.Return(box);
        (chunk, box) = ([], []);
    }

    private void Flush(bool isLast)
    {
        var sealedChunk = box.AsSpan(0, held + AuthenticatedCipher.Overhead);
        keys.Seal(head, place++, isLast, chunk.AsSpan(0, held), sealedChunk);
        file.Write(sealedChunk);
        held = 0;
    }
}
