using System.Buffers.Binary;
using System.Text;
using YbPay.Cryptography;

namespace YbPay.Storage.Audit;

/// <summary>One act. The sealer gives it its place in the chain.</summary>
public sealed record AuditRow
{
    public required long AuditId { get; init; }

    /// <summary>Who: a user, a partner, a worker.</summary>
    public required string Actor { get; init; }

    /// <summary>Did what.</summary>
    public required string Action { get; init; }

    /// <summary>To what: an order, a key, a partner.</summary>
    public required string Subject { get; init; }

    /// <summary>Nothing personal.</summary>
    public required string Detail { get; init; }

    public required long WrittenAt { get; init; }

    /// <summary>Counts from 1; null until sealed.</summary>
    public long? Position { get; init; }

    /// <summary>SM3 over the link before and everything here; null until sealed.</summary>
    public byte[]? Hash { get; init; }

    /// <summary>The link's hash: 32 bytes before, position, id, time (8 bytes each, big-endian), then each text with its length (4 bytes).</summary>
    internal byte[] HashAt(long position, ReadOnlySpan<byte> before)
    {
        using var hasher = new Sm3Hasher();
        hasher.Append(before);
        Append(hasher, position);
        Append(hasher, AuditId);
        Append(hasher, WrittenAt);
        Span<byte> length = stackalloc byte[4];
        foreach (var text in (ReadOnlySpan<string>)[Actor, Action, Subject, Detail])
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hasher.Append(length);
            hasher.Append(bytes);
        }

        return hasher.Finish();
    }

    private static void Append(Sm3Hasher hasher, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hasher.Append(bytes);
    }
}

/// <summary>How far the chain reaches. Kept elsewhere too (printed, logged, archived), it proves more than the database alone can.</summary>
public sealed record AuditHead
{
    public required long Position { get; init; }

    public required byte[] Hash { get; init; }

    public override string ToString() => $"{Position}:{Convert.ToHexStringLower(Hash)}";
}
