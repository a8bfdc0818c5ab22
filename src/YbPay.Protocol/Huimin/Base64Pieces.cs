using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace YbPay.Protocol.Huimin;

/// <summary>Base64 (RFC 4648, section 4) that comes in pieces of any length, written on as bytes. White space is passed over.</summary>
internal sealed class Base64Pieces(Stream output, long largest) : IDisposable
{
    private const int Most = 16 * 1024;
    private static readonly SearchValues<byte> WhiteSpace = SearchValues.Create(" \t\r\n"u8);

    private byte[] letters = ArrayPool<byte>.Shared.Rent(Most);
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(Most / 4 * 3);
    private int held;

    public long Written { get; private set; }

    public LongTextFault Append(ReadOnlySpan<byte> piece)
    {
        while (!piece.IsEmpty)
        {
            var space = piece.IndexOfAny(WhiteSpace);
            var run = space < 0 ? piece : piece[..space];
            piece = space < 0 ? default : piece[(space + 1)..];
            while (!run.IsEmpty)
            {
                var count = Math.Min(run.Length, Most - held);
                run[..count].CopyTo(letters.AsSpan(held));
                held += count;
                run = run[count..];
                // The last four may be the end, whose padding is right nowhere else.
                if (held == Most && Decode(Most - 4, isEnd: false) is var fault and not LongTextFault.None) return fault;
            }
        }

        return LongTextFault.None;
    }

    /// <summary>The end of the text.</summary>
    public LongTextFault Finish() => Decode(held, isEnd: true);

    public void Dispose()
    {
        if (letters.Length == 0) return;
        CryptographicOperations.ZeroMemory(letters);
        CryptographicOperations.ZeroMemory(bytes);
        ArrayPool<byte>.Shared.Return(letters);
        ArrayPool<byte>.Shared.Return(bytes);
        (letters, bytes, held) = ([], [], 0);
    }

    private LongTextFault Decode(int count, bool isEnd)
    {
        var status = Base64.DecodeFromUtf8(letters.AsSpan(0, count), bytes, out var consumed, out var length, isEnd);
        if (status != OperationStatus.Done || consumed != count) return LongTextFault.NotBase64;
        if (Written + length > largest) return LongTextFault.DecodedTooLong;
        letters.AsSpan(count, held - count).CopyTo(letters);
        held -= count;
        output.Write(bytes, 0, length);
        Written += length;
        return LongTextFault.None;
    }
}
