namespace YbPay.Protocol.Huimin;

/// <summary>
/// Seals and opens the huimin platform's envelope (document, 签名算法 and 加密算法; ruling D): SM3 over a text that ends with the shared
/// secret, SM4-ECB over the content, both in upper-case hex. Both sides hold the same secret, so a signature says "one of the two".
/// </summary>
public static class HuiminEnvelope
{
    /// <summary>A signed and encrypted request.</summary>
    /// <param name="clear">The content, signed and encrypted byte for byte as it is.</param>
    /// <exception cref="ArgumentException">The head is not valid, or there is no content.</exception>
    public static byte[] SealRequest(HuiminKeys keys, HuiminHead head, ReadOnlySpan<byte> clear)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return HuiminSealing.Seal(keys, Members(head), RequireContent(clear));
    }

    /// <summary>The text whose SM3 <see cref="SealRequest"/> sends as signData. It ends with the secret.</summary>
    /// <exception cref="ArgumentException">The head is not valid, or there is no content.</exception>
    public static byte[] RequestTextToSign(HuiminKeys keys, HuiminHead head, ReadOnlySpan<byte> clear)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return HuiminSealing.TextToSign(keys, Members(head), RequireContent(clear));
    }

    /// <summary>A signed reply, encrypted if it has content.</summary>
    /// <param name="rtCode">Four letters or digits.</param>
    /// <param name="clear">Empty for none: then there is no encData, and the signature is made without data (ruling D.2).</param>
    /// <exception cref="ArgumentException">The code has another form.</exception>
    public static byte[] SealReply(HuiminKeys keys, string rtCode, string rtMsg, ReadOnlySpan<byte> clear)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return HuiminSealing.Seal(keys, HuiminSealing.OfReply(RequireCode(rtCode), rtMsg), clear);
    }

    /// <summary>A reply to somebody with whom no secret is shared: signData is there and empty. Never 0000.</summary>
    /// <exception cref="ArgumentException">The code has another form, or says that all is well.</exception>
    public static byte[] SealUnsigned(string rtCode, string rtMsg)
    {
        if (RequireCode(rtCode) == "0000") throw new ArgumentException("An unsigned reply only refuses.", nameof(rtCode));
        return HuiminSealing.Unsigned(HuiminSealing.OfReply(rtCode, rtMsg));
    }

    /// <summary>
    /// The first step of opening a request: checks its form, lengths and head. The second is <see cref="HuiminRequest.Open(HuiminKeys, MobilePay.IFreshness, Stream)"/>,
    /// with the keys of the partner that the head names.
    /// </summary>
    /// <param name="body">Stays the request's while it is used; must not change.</param>
    /// <param name="request">Null unless this returns <see cref="HuiminFault.None"/>.</param>
    public static HuiminFault ReadRequest(ReadOnlyMemory<byte> body, HuiminLimits limits, out HuiminRequest? request)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return HuiminRequest.Read(ReadOnlyBytes.Stream(body), limits, out request);
    }

    /// <inheritdoc cref="ReadRequest(ReadOnlyMemory{byte}, HuiminLimits, out HuiminRequest?)"/>
    /// <param name="body">Seekable; read from its position to its end, with a buffer of 16 KB whatever the length. It stays the caller's.</param>
    public static HuiminFault ReadRequest(Stream body, HuiminLimits limits, out HuiminRequest? request)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(limits);
        if (!body.CanSeek) throw new ArgumentException("The content is read after the head that may stand behind it: the stream must be seekable.", nameof(body));
        return HuiminRequest.Read(body, limits, out request);
    }

    /// <summary>
    /// Decrypts and verifies a reply. With <see cref="HuiminFault.NotSigned"/> there is a <paramref name="reply"/> whose refusal nobody
    /// vouches for; with all other faults there is none. A reply does not name its request: only the connection binds the two.
    /// </summary>
    public static HuiminFault OpenReply(HuiminKeys keys, ReadOnlyMemory<byte> body, out HuiminReply? reply)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return HuiminReply.Open(keys, body, HuiminLimits.Default, out reply);
    }

    private static IEnumerable<KeyValuePair<string, string>> Members(HuiminHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        if (!head.IsValid) throw new ArgumentException("The head has a member whose value the document does not know.", nameof(head));
        if (head.Unknown.Keys.FirstOrDefault(name => OuterNames.IsKnown(name) || name.Length == 0 || name.AsSpan().ContainsAny('=', '&')) is { } wrong)
            throw new ArgumentException($"\"{wrong}\" cannot be an additional member.", nameof(head));
        return HuiminSealing.Of(head);
    }

    private static ReadOnlySpan<byte> RequireContent(ReadOnlySpan<byte> clear) =>
        clear.IsEmpty ? throw new ArgumentException("A request has content.", nameof(clear)) : clear;

    private static string RequireCode(string rtCode)
    {
        ArgumentNullException.ThrowIfNull(rtCode);
        return HuiminReply.IsCode(rtCode) ? rtCode : throw new ArgumentException("A return code has four letters or digits.", nameof(rtCode));
    }
}
