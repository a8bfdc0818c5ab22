using System.Runtime.InteropServices;

namespace YbPay.Protocol.Huimin;

/// <summary>Bytes in memory as the stream that everything here reads, so that there is one way to open.</summary>
internal static class ReadOnlyBytes
{
    public static MemoryStream Stream(ReadOnlyMemory<byte> bytes) => MemoryMarshal.TryGetArray(bytes, out var segment)
        ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false);
}
