using System.Buffers;
using System.Security.Cryptography;

namespace YbPay.Protocol.Canonical;

/// <summary>Growing UTF-8 output in rented memory. It holds secrets and personal data, so it is wiped before it is given back.</summary>
internal sealed class TextBuffer(int capacity = 1024) : IDisposable
{
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(capacity);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    /// <summary>A copy of what is written.</summary>
    public byte[] ToArray()
    {
        var copy = GC.AllocateUninitializedArray<byte>(Length);
        Written.CopyTo(copy);
        return copy;
    }

    public void Append(byte value)
    {
        if (Length == bytes.Length) Grow(1);
        bytes[Length++] = value;
    }

    public void Append(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Reserve(text.Length));
        Length += text.Length;
    }

    /// <summary>Room for <paramref name="count"/> bytes behind what is written; <see cref="Advance"/> says how many were used.</summary>
    public Span<byte> Reserve(int count)
    {
        if (bytes.Length - Length < count) Grow(count);
        return bytes.AsSpan(Length);
    }

    public void Advance(int count) => Length += count;

    /// <summary>Takes back what was written after <paramref name="length"/>.</summary>
    public void CutBackTo(int length) => Length = length;

    public void Dispose()
    {
        GiveBack(bytes, Length);
        bytes = [];
        Length = 0;
    }

    private void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, Length + count));
        Written.CopyTo(larger);
        GiveBack(bytes, Length);
        bytes = larger;
    }

    private static void GiveBack(byte[] rented, int used)
    {
        if (rented.Length == 0) return;
        CryptographicOperations.ZeroMemory(rented.AsSpan(0, used));
        ArrayPool<byte>.Shared.Return(rented);
    }
}
