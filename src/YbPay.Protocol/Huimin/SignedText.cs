using System.Text;
using YbPay.Cryptography;

namespace YbPay.Protocol.Huimin;

/// <summary>
/// The text to sign, around the clear content (document, 签名算法): <c>k=v</c> pieces in the order of their names' bytes, joined by
/// <c>&amp;</c>, ended by <c>&amp;key=</c> and the secret; <c>data=</c> and the exact clear text stand where <c>data</c> sorts.
/// </summary>
internal sealed class SignedText : IDisposable
{
    private readonly Sm3Hasher hasher;
    private readonly byte[] after;

    private SignedText(Sm3Hasher hasher, byte[] after) => (this.hasher, this.after) = (hasher, after);

    /// <param name="members">In the order of their names.</param>
    /// <param name="withEmpty">Members with an empty value take part, as <c>k=</c>.</param>
    public static SignedText Begin(HuiminKeys keys, IEnumerable<OuterMember> members, bool hasData, bool withEmpty)
    {
        var (before, after) = Around(keys, members, hasData, withEmpty);
        var hasher = new Sm3Hasher(keys.Backend);
        hasher.Append(before);
        return new SignedText(hasher, after);
    }

    public static (byte[] Before, byte[] After) Around(HuiminKeys keys, IEnumerable<OuterMember> members, bool hasData, bool withEmpty)
    {
        using var before = new MemoryStream();
        using var after = new MemoryStream();
        foreach (var member in members)
        {
            if (!IsSigned(member) || (member.Value.Length == 0 && !withEmpty)) continue;
            var isBefore = member.Name.AsSpan().SequenceCompareTo("data"u8) < 0;
            if (!isBefore) after.WriteByte((byte)'&');
            var part = isBefore ? before : after;
            part.Write(member.Name);
            part.WriteByte((byte)'=');
            part.Write(member.Value);
            if (isBefore) part.WriteByte((byte)'&');
        }

        after.Write("&key="u8);
        after.Write(keys.Secret);
        if (hasData) before.Write("data="u8);
        // Without data what stands before ends in the & that what follows begins with, and the first piece has none before it.
        return (before.ToArray(), hasData ? after.ToArray() : after.ToArray()[1..]);
    }

    /// <summary>Whether the two readings of "all parameters" differ.</summary>
    public static bool HasEmpty(IEnumerable<OuterMember> members) => members.Any(member => member.Value.Length == 0 && IsSigned(member));

    public void Append(ReadOnlySpan<byte> clear) => hasher.Append(clear);

    public void Finish(Span<byte> digest)
    {
        hasher.Append(after);
        hasher.Finish(digest);
    }

    public void Dispose() => hasher.Dispose();

    /// <summary>A member called data beside encData is the cleared one of the document's step 5: it is empty and not signed.</summary>
    private static bool IsSigned(OuterMember member) =>
        !(member.Is("signData"u8) || member.Is("encData"u8) || member.Is("extendParmas"u8) || member.Is("data"u8));

    /// <summary>The members of an envelope that we write, sorted.</summary>
    public static List<OuterMember> Sorted(IEnumerable<KeyValuePair<string, string>> members) =>
        [.. members.Select(member => new OuterMember(Encoding.UTF8.GetBytes(member.Key), Encoding.UTF8.GetBytes(member.Value), true)).Order(ByName)];

    public static IComparer<OuterMember> ByName { get; } = Comparer<OuterMember>.Create((a, b) => a.Name.AsSpan().SequenceCompareTo(b.Name));
}
