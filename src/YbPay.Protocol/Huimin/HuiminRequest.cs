using System.Text;
using YbPay.Protocol.MobilePay;

namespace YbPay.Protocol.Huimin;

/// <summary>
/// A request whose head has been read and whose content has not: the head says whose keys open it. Refers to the body it was read from,
/// which stays the caller's and must not change. For one thread at a time.
/// </summary>
public sealed class HuiminRequest
{
    private readonly Stream body;
    private readonly long start;
    private readonly OuterMembers envelope;

    private HuiminRequest(Stream body, long start, OuterMembers envelope, HuiminHead head) =>
        (this.body, this.start, this.envelope, Head) = (body, start, envelope, head);

    /// <summary>What the sender claims to be; genuine once the content has been opened.</summary>
    public HuiminHead Head { get; }

    /// <summary>Characters of encData.</summary>
    public long EncDataLength => envelope.EncDataLength;

    /// <summary>Checks time, decrypts and verifies in one pass of little memory, with blocking reads and writes.</summary>
    /// <param name="keys">Of the partner that <see cref="HuiminHead.PlatformId"/> names.</param>
    /// <param name="clear">
    /// Gets the exact clear text piece by piece, before it is known to be genuine: throw away what it got unless this returns <see cref="HuiminFault.None"/>.
    /// </param>
    public HuiminFault Open(HuiminKeys keys, IFreshness freshness, Stream clear)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(freshness);
        ArgumentNullException.ThrowIfNull(clear);
        return freshness.Accepts(Head.Time!.Value) ? ContentOpening.Open(keys, envelope, body, start, clear) : HuiminFault.Stale;
    }

    /// <summary>As above, into memory. For transactions without images.</summary>
    /// <param name="clear">Null unless this returns <see cref="HuiminFault.None"/>.</param>
    public HuiminFault Open(HuiminKeys keys, IFreshness freshness, out byte[]? clear)
    {
        using var whole = new MemoryStream((int)(EncDataLength / 2));
        var fault = Open(keys, freshness, whole);
        clear = fault == HuiminFault.None ? whole.ToArray() : null;
        return fault;
    }

    internal static HuiminFault Read(Stream body, HuiminLimits limits, out HuiminRequest? request)
    {
        request = null;
        var start = body.Position;
        var fault = OuterScanner.Scan(body, limits, out var envelope);
        if (envelope is null) return fault;
        if (HeadOf(envelope) is not { IsValid: true } head || envelope.EncDataLength == 0) return HuiminFault.HeadInvalid;
        if (envelope.EncDataLength > limits.EncDataOf(head.TransCode)) return HuiminFault.TooLong;
        request = new HuiminRequest(body, start, envelope, head);
        return HuiminFault.None;
    }

    /// <summary>Null when a printed member is missing or no text, or something is there that a request does not have.</summary>
    private static HuiminHead? HeadOf(OuterMembers envelope)
    {
        if (envelope.Text("platformId"u8) is not { } platformId || envelope.Text("platformSeqId"u8) is not { } platformSeqId
            || envelope.Text("platformTransDate"u8) is not { } date || envelope.Text("platformTransTime"u8) is not { } time
            || envelope.Text("transCode"u8) is not { } transCode || envelope.Text("version"u8) is not { } version
            || envelope.Text("encType"u8) is not { } encType || envelope.Text("signType"u8) is not { } signType
            || envelope.Text("signData"u8) is null)
            return null;

        var unknown = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in envelope.Members)
        {
            var name = Encoding.UTF8.GetString(member.Name);
            if (OuterNames.IsOfReply(name) || !OuterNames.MayStand(member, name)) return null;
            if (!OuterNames.IsKnown(name)) unknown.Add(name, Encoding.UTF8.GetString(member.Value));
        }

        return new HuiminHead
        {
            PlatformId = platformId,
            PlatformSeqId = platformSeqId,
            PlatformTransDate = date,
            PlatformTransTime = time,
            TransCode = transCode,
            Version = version,
            EncType = encType,
            SignType = signType,
            ExtendParmas = envelope.Text("extendParmas"u8),
            Unknown = unknown,
        };
    }
}
