using System.Text;
using System.Text.Json;
using YbPay.Cryptography;
using YbPay.Protocol.Canonical;
using YbPay.Protocol.MobilePay;

namespace YbPay.Cli.Commands;

/// <summary>The work of <c>ybpay envelope</c>, from bytes to bytes. A developer's tool: it says precisely what is wrong.</summary>
internal sealed class EnvelopeTool(EnvelopeSettings settings, TimeProvider clock) : IEnvelopeTool
{
    private static readonly string[] HeadMarks = ["signType", "timestamp", "version", "code", "success"];

    /// <summary>The canonical text; of an envelope the text to sign.</summary>
    public EnvelopeOutcome Canonical(byte[] input) => Guard(() =>
    {
        var variant = settings.Variant ?? CanonicalVariant.Default;
        if (!IsEnvelope(input, out var isSealed)) return EnvelopeOutcome.Done(CanonicalJson.Write(input, variant));
        if (!isSealed) return EnvelopeOutcome.Done(TextToSign.OfClear(input, Secret(), variant));
        using var keys = Keys(input, null, null);
        return TextToSign.OfSealed(input, keys, variant) is { } text
            ? EnvelopeOutcome.Done(text)
            : EnvelopeOutcome.Refused("NotDecryptable: encData cannot be decrypted with this appId and appSecret");
    });

    /// <summary>The envelope of clear data, or of a whole clear envelope whose head is then kept and completed.</summary>
    public EnvelopeOutcome Seal(byte[] input) => Guard(() =>
    {
        if (settings.PrivateKey is not { } text) return EnvelopeOutcome.Refused("--private-key is needed to sign");
        using var own = Sm2PrivateKey.Parse(text);
        using var keys = Keys(input, own, null);
        var variant = settings.Variant ?? CanonicalVariant.Default;
        if (!Time(out var at)) return EnvelopeOutcome.Refused("BadTimestamp: --timestamp takes 13, 14 or 17 digits");
        // A pipe's last line end is not part of the data.
        var data = input.AsMemory().TrimEnd("\r\n"u8);
        return EnvelopeOutcome.Done(IsEnvelope(input, out _) ? ClearEnvelope.Seal(keys, input, at, variant) : MobileEnvelope.SealRequest(keys, data.Span, at, variant));
    });

    /// <summary>The clear data of an envelope that is accepted.</summary>
    public EnvelopeOutcome Open(byte[] input) => Guard(() =>
    {
        if (settings.PublicKey is not { } text) return EnvelopeOutcome.Refused("--public-key is needed to check the signature");
        using var peer = Sm2PublicKey.Parse(text);
        using var keys = Keys(input, null, peer);
        IFreshness freshness = settings.IgnoreTime ? AnyTime.Instance : new ClockFreshness(clock);
        var options = new OpenOptions { Variant = settings.Variant, AllowClear = settings.AllowClear };
        var fault = MobileEnvelope.Open(keys, input, freshness, options, out var opened, out var problem);
        if (fault != EnvelopeFault.None) return EnvelopeOutcome.Refused(problem.IsNone ? $"{fault}: {Explain(fault)}" : $"{fault}: {problem}");
        return EnvelopeOutcome.Done(opened!.Data, settings.Verbose ? Describe(opened) : "");
    });

    /// <summary>Beside data or encData stands something of a head: plain data has no such neighbours at its top.</summary>
    private static bool IsEnvelope(byte[] input, out bool isSealed)
    {
        isSealed = false;
        try
        {
            using var document = JsonDocument.Parse(input);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return false;
            isSealed = root.TryGetProperty("encData", out var encData) && encData.ValueKind == JsonValueKind.String;
            var hasContent = isSealed || root.TryGetProperty("data", out _);
            return HeadMarks.Any(mark => (hasContent || mark == "signType") && root.TryGetProperty(mark, out _));
        }
        catch (JsonException)
        {
            return false; // The library says what is wrong with it, and where.
        }
    }

    private MobileKeys Keys(byte[] input, Sm2PrivateKey? own, Sm2PublicKey? peer)
    {
        var appId = settings.AppId ?? MobileEnvelope.PeekAppId(input) ?? throw new ArgumentException("--app-id is needed: the input names none.");
        return new MobileKeys(appId, Secret(), own, peer);
    }

    private string Secret() => settings.AppSecret ?? throw new ArgumentException("--app-secret is needed.");

    private bool Time(out DateTimeOffset at)
    {
        at = clock.GetUtcNow();
        return settings.Timestamp is not { } text || MobileTimestamp.TryParse(Encoding.UTF8.GetBytes(text), out at);
    }

    private static EnvelopeOutcome Guard(Func<EnvelopeOutcome> work)
    {
        try
        {
            return work();
        }
        catch (NotSignableException e)
        {
            return EnvelopeOutcome.Refused($"NotSignable: {e.Message}");
        }
        catch (KeyFormatException e)
        {
            return EnvelopeOutcome.Refused($"Key: {e.Message}");
        }
        catch (ArgumentException e)
        {
            return EnvelopeOutcome.Refused(e.Message);
        }
    }

    private static string Describe(OpenedEnvelope opened) =>
        $"appId {opened.AppId}, time {opened.Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz}, numbers {opened.Variant.Numbers}, empty objects {opened.Variant.EmptyObjects}"
        + (opened.Code is null ? "" : $", code {opened.Code}, success {opened.Success}, message {opened.Message}");

    private static string Explain(EnvelopeFault fault) => fault switch
    {
        EnvelopeFault.NotJson => "the envelope is no JSON object",
        EnvelopeFault.TooDeep => "nested too deep",
        EnvelopeFault.TooLarge => "too large",
        EnvelopeFault.HeadIncomplete => "appId, version, timestamp, signType, signData (and encType beside encData) must be there, as texts",
        EnvelopeFault.UnknownPartner => "the envelope's appId is not --app-id",
        EnvelopeFault.UnknownVersion => "version is not 2.0.1",
        EnvelopeFault.UnknownAlgorithm => "signType is not SM2 or encType not SM4",
        EnvelopeFault.BadTimestamp => "timestamp is neither 13 digits of milliseconds nor 14 or 17 digits of yyyyMMddHHmmss[SSS]",
        EnvelopeFault.Stale => "timestamp is more than 5 minutes from this machine's clock (--ignore-time opens it all the same)",
        EnvelopeFault.NotDecryptable => "encData is not hex of SM4 under the key of this appId and appSecret",
        EnvelopeFault.DataNotJson => "encData was decrypted, but is no JSON object or array in UTF-8",
        EnvelopeFault.SignatureMalformed => "signData is not Base64 of a signature (64 bytes R||S, or DER)",
        EnvelopeFault.SignatureWrong => "signData is not this key's over the text to sign; compare with 'ybpay envelope canonical'",
        EnvelopeFault.NotEncrypted => "data is in clear (--allow-clear accepts it)",
        EnvelopeFault.WrongDirection => "a reply where a request is due, or the other way round",
        EnvelopeFault.NotSignable => "there is no text to sign of it",
        EnvelopeFault.None => "accepted",
    };
}
