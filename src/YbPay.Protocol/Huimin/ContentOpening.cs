using System.Buffers;
using System.Security.Cryptography;
using YbPay.Cryptography;

namespace YbPay.Protocol.Huimin;

/// <summary>
/// Decrypts and verifies in one go, piece by piece: hex, SM4, SM3 and the receiver each see a piece before the next is read. Memory is a
/// few rented buffers, whatever the length.
/// </summary>
internal static class ContentOpening
{
    private const int HexPiece = 32 * 1024;

    /// <param name="clear">Gets the clear text before it is known to be genuine: worth nothing unless the result is <see cref="HuiminFault.None"/>.</param>
    public static HuiminFault Open(HuiminKeys keys, OuterMembers envelope, Stream body, long start, Stream clear)
    {
        Span<byte> claimed = stackalloc byte[Sm3.Size];
        if (!IsDigest(envelope.Text("signData"u8), claimed)) return HuiminFault.WrongSignature;
        if (envelope.EncDataLength % (2 * Sm4Key.BlockSize) != 0) return HuiminFault.CannotDecrypt;

        var hasData = envelope.EncDataLength > 0;
        using var all = SignedText.Begin(keys, envelope.Members, hasData, withEmpty: true);
        using var filled = SignedText.HasEmpty(envelope.Members) ? SignedText.Begin(keys, envelope.Members, hasData, withEmpty: false) : null;
        if (hasData)
        {
            body.Position = start + envelope.EncDataAt;
            if (!Decrypt(keys, body, envelope.EncDataLength, all, filled, clear)) return HuiminFault.CannotDecrypt;
        }

        Span<byte> digest = stackalloc byte[Sm3.Size];
        all.Finish(digest);
        var isRight = CryptographicOperations.FixedTimeEquals(digest, claimed);
        if (filled is not null)
        {
            filled.Finish(digest);
            isRight |= CryptographicOperations.FixedTimeEquals(digest, claimed);
        }

        return isRight ? HuiminFault.None : HuiminFault.WrongSignature;
    }

    private static bool Decrypt(HuiminKeys keys, Stream body, long length, SignedText all, SignedText? filled, Stream clear)
    {
        var hex = ArrayPool<byte>.Shared.Rent(HexPiece);
        var cipherText = ArrayPool<byte>.Shared.Rent(HexPiece / 2);
        var plain = ArrayPool<byte>.Shared.Rent((HexPiece / 2) + Sm4Key.BlockSize);
        using var decryption = new Sm4EcbDecryption(keys.DataKey);
        try
        {
            for (var left = length; left > 0;)
            {
                var count = (int)Math.Min(left, HexPiece);
                body.ReadExactly(hex, 0, count);
                left -= count;
                if (Convert.FromHexString(hex.AsSpan(0, count), cipherText, out _, out var bytes) != OperationStatus.Done) return false;
                Pass(plain.AsSpan(0, decryption.Append(cipherText.AsSpan(0, bytes), plain)));
            }

            var last = decryption.Finish(plain);
            if (last < 0) return false;
            Pass(plain.AsSpan(0, last));
            return true;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
            ArrayPool<byte>.Shared.Return(plain);
            ArrayPool<byte>.Shared.Return(cipherText);
            ArrayPool<byte>.Shared.Return(hex);
        }

        void Pass(ReadOnlySpan<byte> piece)
        {
            if (piece.IsEmpty) return;
            all.Append(piece);
            filled?.Append(piece);
            clear.Write(piece);
        }
    }

    private static bool IsDigest(string? signData, Span<byte> digest) =>
        signData?.Length == 2 * Sm3.Size && Convert.FromHexString(signData, digest, out _, out var count) == OperationStatus.Done && count == Sm3.Size;
}
