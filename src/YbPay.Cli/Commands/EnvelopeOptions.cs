using System.CommandLine;
using YbPay.Protocol.MobilePay;

namespace YbPay.Cli.Commands;

/// <summary>The options of <c>ybpay envelope</c>. A value that begins with @ names a file that holds it.</summary>
internal sealed class EnvelopeOptions
{
    private readonly Option<string> protocol = new("--protocol") { Description = "Whose envelope: the payment centre's or the huimin platform's.", DefaultValueFactory = _ => "mobile" };
    private readonly Option<string?> appId = new("--app-id") { Description = "The partner's appId; by default the envelope's own.", HelpName = "ID" };
    private readonly Option<string?> appSecret = new("--app-secret") { Description = "The partner's appSecret, or @file.", HelpName = "TEXT" };
    private readonly Option<string?> privateKey = new("--private-key") { Description = "SM2 private key that signs: Base64, hex or PEM, or @file.", HelpName = "KEY" };
    private readonly Option<string?> publicKey = new("--public-key") { Description = "SM2 public key of the other side: Base64, hex or PEM, or @file.", HelpName = "KEY" };
    private readonly Option<string?> platformId = new("--platform-id") { Description = "huimin: the partner's platformId.", HelpName = "ID" };
    private readonly Option<string?> secret = new("--secret") { Description = "huimin: the partner's secret, or @file.", HelpName = "TEXT" };
    private readonly Option<string?> transCode = new("--trans-code") { Description = "huimin: the transaction, such as HOS00001.", HelpName = "CODE" };
    private readonly Option<string?> seqId = new("--seq-id") { Description = "huimin: the platformSeqId instead of a new one.", HelpName = "DIGITS" };
    private readonly Option<string?> rtCode = new("--rt-code") { Description = "huimin: seal a reply with this rtCode.", HelpName = "CODE" };
    private readonly Option<string?> rtMsg = new("--rt-msg") { Description = "huimin: the reply's rtMsg.", HelpName = "TEXT" };
    private readonly Option<string?> numbers = new("--numbers") { Description = "Numbers and booleans in the text to sign: quoted or literal." };
    private readonly Option<string?> empties = new("--empty-objects") { Description = "{} in the text to sign: keep or drop." };
    private readonly Option<string?> timestamp = new("--timestamp") { Description = "The envelope's time (13, 14 or 17 digits) instead of now.", HelpName = "DIGITS" };
    private readonly Option<bool> ignoreTime = new("--ignore-time") { Description = "Open envelopes of any age." };
    private readonly Option<bool> allowClear = new("--allow-clear") { Description = "Accept signed envelopes whose data is not encrypted." };
    private readonly Option<bool> verbose = new("--verbose") { Description = "Tell on standard error what was found." };

    public EnvelopeOptions()
    {
        protocol.AcceptOnlyFromAmong("mobile", "huimin");
        numbers.AcceptOnlyFromAmong("quoted", "literal");
        empties.AcceptOnlyFromAmong("keep", "drop");
    }

    public IEnumerable<Option> ForText => [protocol, appId, appSecret, numbers, empties, platformId, secret, transCode, seqId, timestamp];

    public IEnumerable<Option> ForSealing => [protocol, appId, appSecret, privateKey, numbers, empties, timestamp, platformId, secret, transCode, seqId, rtCode, rtMsg];

    public IEnumerable<Option> ForOpening => [protocol, appId, appSecret, publicKey, numbers, empties, ignoreTime, allowClear, verbose, platformId, secret];

    public EnvelopeSettings Read(ParseResult parsed) => new()
    {
        AppId = Text(parsed, appId),
        AppSecret = Text(parsed, appSecret),
        PrivateKey = Text(parsed, privateKey),
        PublicKey = Text(parsed, publicKey),
        Variant = Variant(parsed),
        Timestamp = Text(parsed, timestamp),
        IgnoreTime = Given(parsed, ignoreTime),
        AllowClear = Given(parsed, allowClear),
        Verbose = Given(parsed, verbose),
        IsHuimin = parsed.GetValue(protocol) == "huimin",
        PlatformId = Text(parsed, platformId),
        Secret = Text(parsed, secret),
        TransCode = Text(parsed, transCode),
        SeqId = Text(parsed, seqId),
        RtCode = Text(parsed, rtCode),
        RtMsg = Text(parsed, rtMsg),
    };

    private CanonicalVariant? Variant(ParseResult parsed)
    {
        if (parsed.GetResult(numbers) is null && parsed.GetResult(empties) is null) return null;
        return new CanonicalVariant(
            parsed.GetValue(numbers) == "literal" ? NumberStyle.Literal : NumberStyle.Quoted,
            parsed.GetValue(empties) == "drop" ? EmptyObjectStyle.Drop : EmptyObjectStyle.Keep);
    }

    private static bool Given(ParseResult parsed, Option<bool> option) => parsed.GetResult(option) is not null && parsed.GetValue(option);

    private static string? Text(ParseResult parsed, Option<string?> option)
    {
        if (parsed.GetResult(option) is null) return null;
        var value = parsed.GetValue(option);
        return value is ['@', .. var file] && File.Exists(file) ? File.ReadAllText(file).Trim() : value;
    }
}
