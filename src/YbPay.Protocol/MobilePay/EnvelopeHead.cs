using YbPay.Protocol.Canonical;

namespace YbPay.Protocol.MobilePay;

/// <summary>
/// Where an envelope's top-level fields are, as positions in its index; 0 when absent or empty (position 0 is the envelope
/// itself). Names are exact: <c>AppId</c> is an unknown field, and unknown fields are signed like all others.
/// </summary>
internal struct EnvelopeHead
{
    /// <summary>More top-level fields than any region's envelope has.</summary>
    public const int MostFields = 64;

    public int AppId;
    public int Version;
    public int Timestamp;
    public int EncType;
    public int EncData;
    public int SignType;
    public int SignData;
    public int Data;
    public int Code;
    public int Message;
    public int Success;

    public static EnvelopeHead Of(scoped in JsonIndex envelope)
    {
        var head = default(EnvelopeHead);
        var end = envelope[0].Next;
        for (var field = 1; field < end; field = envelope[field].Next)
        {
            if (envelope[field].IsNothing) continue;
            var name = envelope.Name(field);
            if (name.SequenceEqual("appId"u8)) head.AppId = field;
            else if (name.SequenceEqual("version"u8)) head.Version = field;
            else if (name.SequenceEqual("timestamp"u8)) head.Timestamp = field;
            else if (name.SequenceEqual("encType"u8)) head.EncType = field;
            else if (name.SequenceEqual("encData"u8)) head.EncData = field;
            else if (name.SequenceEqual("signType"u8)) head.SignType = field;
            else if (name.SequenceEqual("signData"u8)) head.SignData = field;
            else if (name.SequenceEqual("data"u8)) head.Data = field;
            else if (name.SequenceEqual("code"u8)) head.Code = field;
            else if (name.SequenceEqual("message"u8)) head.Message = field;
            else if (name.SequenceEqual("success"u8)) head.Success = field;
        }

        return head;
    }
}
