using System.Buffers.Text;
using System.Formats.Asn1;
using YbPay.Cryptography;

namespace YbPay.Protocol.MobilePay;

/// <summary>
/// The cryptography of one envelope and nothing else. <see cref="MobileEnvelope"/> does exactly these operations, so
/// measuring them alone tells what the envelope around them costs.
/// </summary>
public static class EnvelopeCryptography
{
    private const int SignatureSize = 64;

    /// <summary>The signature (R||S, 64 bytes) and the cipher text.</summary>
    public static (byte[] Signature, byte[] CipherText) Seal(MobileKeys keys, ReadOnlySpan<byte> textToSign, ReadOnlySpan<byte> data) =>
        (Sign(keys, textToSign), keys.Encrypt(data));

    /// <summary>The clear data, null when it cannot be decrypted, and what the signature is worth.</summary>
    public static (byte[]? Data, SignatureCheck Check) Open(MobileKeys keys, ReadOnlySpan<byte> textToSign, ReadOnlySpan<byte> cipherText, ReadOnlySpan<byte> signature) =>
        (keys.Decrypt(cipherText), Verify(keys, textToSign, signature));

    internal static byte[] Sign(MobileKeys keys, ReadOnlySpan<byte> textToSign) =>
        (keys.OwnKey ?? throw new InvalidOperationException("These keys cannot seal: they hold no own key.")).Sign(textToSign);

    internal static SignatureCheck Verify(MobileKeys keys, ReadOnlySpan<byte> textToSign, ReadOnlySpan<byte> signature) =>
        (keys.PeerKey ?? throw new InvalidOperationException("These keys cannot open: they hold no peer key.")).Verify(textToSign, signature);

    /// <summary>R||S of a signature that was found valid, in whichever form it came.</summary>
    internal static byte[] PlainSignature(ReadOnlySpan<byte> valid)
    {
        if (valid.Length == SignatureSize) return valid.ToArray();
        AsnDecoder.ReadSequence(valid, AsnEncodingRules.DER, out var at, out _, out _);
        var r = AsnDecoder.ReadInteger(valid[at..], AsnEncodingRules.DER, out var read);
        var s = AsnDecoder.ReadInteger(valid[(at + read)..], AsnEncodingRules.DER, out _);
        var plain = new byte[SignatureSize];
        r.ToByteArray(isUnsigned: true, isBigEndian: true).CopyTo(plain.AsSpan(SignatureSize / 2 - r.GetByteCount(isUnsigned: true)));
        s.ToByteArray(isUnsigned: true, isBigEndian: true).CopyTo(plain.AsSpan(SignatureSize - s.GetByteCount(isUnsigned: true)));
        return plain;
    }

    /// <summary>Decodes <c>signData</c>; false when it is no Base64 or longer than any signature.</summary>
    internal static bool TryDecode(ReadOnlySpan<byte> signData, Span<byte> signature, out int length) =>
        Base64.DecodeFromUtf8(signData, signature, out var consumed, out length) == System.Buffers.OperationStatus.Done && consumed == signData.Length;
}
