using System.Security.Cryptography;
using YbPay.Contracts;
using YbPay.Protocol.Huimin;
using YbPay.Protocol.MobilePay;

namespace YbPay.Cli.Commands;

/// <summary>The work of <c>ybpay envelope --protocol huimin</c>, from bytes to bytes. A developer's tool: it says precisely what is wrong.</summary>
internal sealed class HuiminTool(EnvelopeSettings settings, TimeProvider clock) : IEnvelopeTool
{
    private const int RandomDigits = 8;

    /// <summary>The text that <see cref="Seal"/> would sign.</summary>
    public EnvelopeOutcome Canonical(byte[] input) => Guard(() =>
    {
        using var keys = Keys();
        return EnvelopeOutcome.Done(HuiminEnvelope.RequestTextToSign(keys, Head(), Content(input)));
    });

    /// <summary>A request about the clear content, or, with --rt-code, a reply.</summary>
    public EnvelopeOutcome Seal(byte[] input) => Guard(() =>
    {
        using var keys = Keys();
        return EnvelopeOutcome.Done(settings.RtCode is { } rtCode
            ? HuiminEnvelope.SealReply(keys, rtCode, settings.RtMsg ?? "", Content(input))
            : HuiminEnvelope.SealRequest(keys, Head(), Content(input)));
    });

    /// <summary>The clear content of a request or a reply that is accepted.</summary>
    public EnvelopeOutcome Open(byte[] input) => Guard(() =>
    {
        using var keys = Keys();
        var fault = HuiminEnvelope.OpenReply(keys, input, out var reply);
        if (fault == HuiminFault.HeadInvalid) return OpenRequest(keys, input);
        if (fault != HuiminFault.None) return Refuse(fault, reply is null ? "" : $" ({reply.RtCode} {reply.RtMsg})");
        return EnvelopeOutcome.Done(reply!.Clear ?? [], settings.Verbose || reply.Clear is null ? $"rtCode {reply.RtCode}, rtMsg {reply.RtMsg}" : "");
    });

    private EnvelopeOutcome OpenRequest(HuiminKeys keys, byte[] input)
    {
        var fault = HuiminEnvelope.ReadRequest(input, HuiminLimits.Default, out var request);
        if (fault != HuiminFault.None) return Refuse(fault);
        var head = request!.Head;
        if (settings.PlatformId is { } expected && expected != head.PlatformId) return Refuse(HuiminFault.UnknownPlatform);
        fault = request.Open(keys, settings.IgnoreTime ? AnyTime.Instance : new ClockFreshness(clock), out var clear);
        return fault == HuiminFault.None
            ? EnvelopeOutcome.Done(clear!, settings.Verbose ? $"platformId {head.PlatformId}, platformSeqId {head.PlatformSeqId}, transCode {head.TransCode}, time {head.Time:yyyy-MM-dd HH:mm:ss zzz}" : "")
            : Refuse(fault);
    }

    private HuiminKeys Keys() => new(settings.Secret ?? throw new ArgumentException("--secret is needed."));

    private HuiminHead Head()
    {
        var now = clock.GetUtcNow();
        var platformId = settings.PlatformId ?? throw new ArgumentException("--platform-id is needed.");
        var transCode = settings.TransCode ?? throw new ArgumentException("--trans-code is needed.");
        var head = HuiminHead.Of(platformId, settings.SeqId ?? Number(now), transCode, now);
        return settings.Timestamp switch
        {
            null => head,
            { Length: 14 } at => head with { PlatformTransDate = at[..8], PlatformTransTime = at[8..] },
            _ => throw new ArgumentException("--timestamp takes 14 digits here, yyyyMMddHHmmss in China's time."),
        };
    }

    private static string Number(DateTimeOffset now) => ChinaTime.Digits(now) + RandomNumberGenerator.GetString("0123456789", RandomDigits);

    /// <summary>A pipe's last line end is not part of the content.</summary>
    private static ReadOnlySpan<byte> Content(byte[] input) => input.AsSpan().TrimEnd("\r\n"u8);

    private static EnvelopeOutcome Refuse(HuiminFault fault, string more = "") => EnvelopeOutcome.Refused($"{fault}: {Explain(fault)}{more}");

    private static EnvelopeOutcome Guard(Func<EnvelopeOutcome> work)
    {
        try
        {
            return work();
        }
        catch (ArgumentException e)
        {
            return EnvelopeOutcome.Refused(e.Message);
        }
    }

    private static string Explain(HuiminFault fault) => fault switch
    {
        HuiminFault.None => "accepted",
        HuiminFault.TooLong => "encData, or what stands around it, is longer than allowed",
        HuiminFault.Malformed => "no flat JSON object with every name once",
        HuiminFault.HeadInvalid => "a printed member is missing, is no text, or has a value that the document does not know; or data stands beside encData",
        HuiminFault.UnknownPlatform => "the envelope's platformId is not --platform-id",
        HuiminFault.Stale => "platformTransDate and platformTransTime are more than 5 minutes from this machine's clock (--ignore-time opens it all the same)",
        HuiminFault.CannotDecrypt => "encData is not hex of SM4-ECB under the first 16 characters of the secret",
        HuiminFault.WrongSignature => "signData is not the SM3 of the text to sign; compare with 'ybpay envelope canonical --protocol huimin'",
        HuiminFault.NotSigned => "the reply has no signature: nobody vouches for it",
    };
}
