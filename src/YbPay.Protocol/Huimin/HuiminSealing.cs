using System.Text;
using YbPay.Cryptography;
using YbPay.Protocol.Canonical;

namespace YbPay.Protocol.Huimin;

/// <summary>Writes envelopes of our own: members in the order of their names, as the document prints them.</summary>
internal static class HuiminSealing
{
    public static byte[] Seal(HuiminKeys keys, IEnumerable<KeyValuePair<string, string>> members, ReadOnlySpan<byte> clear)
    {
        var sorted = SignedText.Sorted(members);
        Span<byte> digest = stackalloc byte[Sm3.Size];
        using (var signed = SignedText.Begin(keys, sorted, !clear.IsEmpty, withEmpty: true))
        {
            signed.Append(clear);
            signed.Finish(digest);
        }

        return Write(sorted, Convert.ToHexString(digest), clear.IsEmpty ? [] : keys.DataKey.EncryptEcb(clear));
    }

    public static byte[] TextToSign(HuiminKeys keys, IEnumerable<KeyValuePair<string, string>> members, ReadOnlySpan<byte> clear)
    {
        var (before, after) = SignedText.Around(keys, SignedText.Sorted(members), !clear.IsEmpty, withEmpty: true);
        return [.. before, .. clear, .. after];
    }

    public static byte[] Unsigned(IEnumerable<KeyValuePair<string, string>> members) => Write(SignedText.Sorted(members), "", []);

    public static IEnumerable<KeyValuePair<string, string>> Of(HuiminHead head)
    {
        if (head.ExtendParmas is { } extension) yield return new("extendParmas", extension);
        yield return new("encType", head.EncType);
        yield return new("platformId", head.PlatformId);
        yield return new("platformSeqId", head.PlatformSeqId);
        yield return new("platformTransDate", head.PlatformTransDate);
        yield return new("platformTransTime", head.PlatformTransTime);
        yield return new("signType", head.SignType);
        yield return new("transCode", head.TransCode);
        yield return new("version", head.Version);
        foreach (var member in head.Unknown) yield return member;
    }

    public static IEnumerable<KeyValuePair<string, string>> OfReply(string rtCode, string rtMsg) =>
        [new("encType", "SM4"), new("rtCode", rtCode), new("rtMsg", rtMsg), new("signType", "SM3")];

    private static byte[] Write(List<OuterMember> sorted, string signData, ReadOnlySpan<byte> cipherText)
    {
        sorted = [.. sorted.Append(new OuterMember("signData"u8.ToArray(), Encoding.ASCII.GetBytes(signData), true)).Order(SignedText.ByName)];
        using var output = new TextBuffer((cipherText.Length * 2) + 512);
        var isEncDataDue = !cipherText.IsEmpty;
        foreach (var member in sorted)
        {
            if (isEncDataDue && member.Name.AsSpan().SequenceCompareTo("encData"u8) > 0)
            {
                WriteEncData(output, cipherText);
                isEncDataDue = false;
            }

            Separate(output);
            CanonicalText.Append(output, member.Name);
            output.Append((byte)':');
            CanonicalText.Append(output, member.Value);
        }

        output.Append((byte)'}');
        return output.ToArray();
    }

    private static void WriteEncData(TextBuffer output, ReadOnlySpan<byte> cipherText)
    {
        Separate(output);
        output.Append("\"encData\":\""u8);
        Convert.TryToHexString(cipherText, output.Reserve(cipherText.Length * 2), out var digits);
        output.Advance(digits);
        output.Append((byte)'"');
    }

    private static void Separate(TextBuffer output) => output.Append(output.Length == 0 ? (byte)'{' : (byte)',');
}
