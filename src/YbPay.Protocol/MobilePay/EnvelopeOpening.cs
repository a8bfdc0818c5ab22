using System.Buffers;
using System.Text;
using YbPay.Cryptography;
using YbPay.Protocol.Canonical;

namespace YbPay.Protocol.MobilePay;

/// <summary>One envelope on its way in. <see cref="Run"/> is the list of all checks in their order.</summary>
internal ref struct EnvelopeOpening(MobileKeys keys, ReadOnlySpan<byte> text, IFreshness freshness, OpenOptions options)
{
    private readonly ReadOnlySpan<byte> text = text;
    private JsonIndex envelope;
    private JsonIndex content;
    private EnvelopeHead head;
    private DateTimeOffset stamp;
    private byte[] data = [];
    private CanonicalVariant matched;
    private bool tellsNumbers;
    private bool tellsEmptyObjects;
    private byte[] plainSignature = [];

    /// <summary>What is wrong with the JSON, and where, when the fault is one of its form.</summary>
    public JsonProblem Problem { get; private set; }

    public EnvelopeFault Run()
    {
        var fault = Read();
        if (fault == EnvelopeFault.None) fault = CheckHead();
        if (fault == EnvelopeFault.None) fault = CheckDirection();
        if (fault == EnvelopeFault.None) fault = CheckPartner();
        if (fault == EnvelopeFault.None) fault = CheckVersion();
        if (fault == EnvelopeFault.None) fault = CheckAlgorithms();
        if (fault == EnvelopeFault.None) fault = CheckTime();
        if (fault == EnvelopeFault.None) fault = Decrypt();
        if (fault == EnvelopeFault.None) fault = ReadData();
        if (fault == EnvelopeFault.None) fault = Verify();
        return fault;
    }

    public readonly OpenedEnvelope Result() => new()
    {
        AppId = keys.AppId,
        Timestamp = stamp,
        Data = data,
        Variant = matched,
        TellsNumbers = tellsNumbers,
        TellsEmptyObjects = tellsEmptyObjects,
        Signature = plainSignature,
        WasEncrypted = head.EncData > 0 || head.Data == 0,
        Code = head.Code > 0 ? Encoding.UTF8.GetString(envelope.Text(head.Code)) : null,
        Message = head.Message > 0 ? Encoding.UTF8.GetString(envelope.Text(head.Message)) : null,
        Success = head.Success > 0 ? envelope.Text(head.Success).SequenceEqual("true"u8) : null,
    };

    public void Dispose()
    {
        envelope.Dispose();
        content.Dispose();
    }

    private EnvelopeFault Read()
    {
        Problem = JsonIndex.Read(text, options.Limits, out envelope);
        if (!Problem.IsNone) return FaultOf(Problem.Fault, EnvelopeFault.NotJson);
        if (envelope[0].Kind != JsonKind.Object) return EnvelopeFault.NotJson;
        head = EnvelopeHead.Of(envelope);
        return EnvelopeFault.None;
    }

    private readonly EnvelopeFault CheckHead()
    {
        var isComplete = IsText(head.Version) && IsText(head.SignType) && IsText(head.SignData) && IsScalar(head.Timestamp)
            && (head.AppId == 0 ? head.Code > 0 : IsText(head.AppId))
            && (head.EncData == 0 || (IsText(head.EncData) && IsText(head.EncType)))
            && (head.EncType == 0 || IsText(head.EncType))
            && (head.Code == 0 || IsInteger(head.Code))
            && (head.Message == 0 || IsText(head.Message))
            && (head.Success == 0 || IsTruth(head.Success));
        return isComplete ? EnvelopeFault.None : EnvelopeFault.HeadIncomplete;
    }

    private readonly EnvelopeFault CheckDirection() => options.Direction switch
    {
        EnvelopeDirection.Request when head.Code > 0 || head.Success > 0 || head.Message > 0 => EnvelopeFault.WrongDirection,
        EnvelopeDirection.Reply when head.Code == 0 => EnvelopeFault.WrongDirection,
        _ => EnvelopeFault.None,
    };

    /// <summary>A reply may name no appId or another: the requester's holds (ruling B), and the signature decides.</summary>
    private readonly EnvelopeFault CheckPartner() =>
        head.Code > 0 || envelope.Text(head.AppId).SequenceEqual(keys.AppIdText) ? EnvelopeFault.None : EnvelopeFault.UnknownPartner;

    private readonly EnvelopeFault CheckVersion() =>
        envelope.Text(head.Version).SequenceEqual("2.0.1"u8) ? EnvelopeFault.None : EnvelopeFault.UnknownVersion;

    private readonly EnvelopeFault CheckAlgorithms() =>
        envelope.Text(head.SignType).SequenceEqual("SM2"u8) && (head.EncType == 0 || envelope.Text(head.EncType).SequenceEqual("SM4"u8))
            ? EnvelopeFault.None
            : EnvelopeFault.UnknownAlgorithm;

    private EnvelopeFault CheckTime()
    {
        if (!MobileTimestamp.TryParse(envelope.Text(head.Timestamp), out stamp)) return EnvelopeFault.BadTimestamp;
        return freshness.Accepts(stamp) ? EnvelopeFault.None : EnvelopeFault.Stale;
    }

    private EnvelopeFault Decrypt()
    {
        if (head.EncData == 0)
        {
            if (head.Data == 0) return EnvelopeFault.None;
            if (!options.AllowClear) return EnvelopeFault.NotEncrypted;
            data = RawData().ToArray();
            return EnvelopeFault.None;
        }

        var hex = envelope.Text(head.EncData);
        if (hex.Length % 32 != 0) return EnvelopeFault.NotDecryptable;
        var cipherText = ArrayPool<byte>.Shared.Rent(hex.Length / 2);
        var isHex = Convert.FromHexString(hex, cipherText, out _, out var length) == OperationStatus.Done;
        var clear = isHex ? keys.Decrypt(cipherText.AsSpan(0, length)) : null;
        ArrayPool<byte>.Shared.Return(cipherText);
        if (clear is null) return EnvelopeFault.NotDecryptable;
        data = clear;
        return EnvelopeFault.None;
    }

    private EnvelopeFault ReadData()
    {
        if (head.EncData == 0) return EnvelopeFault.None;
        Problem = JsonIndex.Read(data, options.Limits, out content);
        if (!Problem.IsNone) return FaultOf(Problem.Fault, EnvelopeFault.DataNotJson);
        return content[0].IsContainer ? EnvelopeFault.None : EnvelopeFault.DataNotJson;
    }

    private EnvelopeFault Verify()
    {
        Span<byte> signature = stackalloc byte[256];
        var signData = envelope.Text(head.SignData);
        if (signData.Length > 256 || !EnvelopeCryptography.TryDecode(signData, signature, out var length)) return EnvelopeFault.SignatureMalformed;
        signature = signature[..length];

        Problem = SignedFields.CheckProtocolValues(envelope, head);
        if (!Problem.IsNone) return EnvelopeFault.NotSignable;
        Problem = SignedFields.Of(envelope, head.EncData > 0, stackalloc int[EnvelopeHead.MostFields + 1], out var signed);
        if (!Problem.IsNone) return FaultOf(Problem.Fault, EnvelopeFault.NotSignable);

        var writer = new SignTextWriter(envelope, content, keys.Secret, options.Limits);
        using var toSign = new TextBuffer(data.Length + 512);
        var fault = options.Variant is { } only
            ? VerifyOne(ref writer, signed.InOrder, only, toSign, signature)
            : VerifyAny(ref writer, signed.InOrder, toSign, signature);
        if (fault != EnvelopeFault.None) return fault;
        (tellsNumbers, tellsEmptyObjects) = (writer.HasLiterals, writer.HasEmpties);
        plainSignature = EnvelopeCryptography.PlainSignature(signature);
        return EnvelopeFault.None;
    }

    private EnvelopeFault VerifyAny(ref SignTextWriter writer, scoped ReadOnlySpan<int> signed, TextBuffer toSign, scoped ReadOnlySpan<byte> signature)
    {
        var fault = EnvelopeFault.SignatureWrong;
        foreach (var variant in CanonicalVariant.Known)
        {
            // A variant that gives the same text as one already tried is not tried again.
            if (variant.Numbers == NumberStyle.Literal && !writer.HasLiterals) continue;
            if (variant.EmptyObjects == EmptyObjectStyle.Drop && !writer.HasEmpties) continue;
            fault = VerifyOne(ref writer, signed, variant, toSign, signature);
            if (fault != EnvelopeFault.SignatureWrong) break;
        }

        return fault;
    }

    private EnvelopeFault VerifyOne(ref SignTextWriter writer, scoped ReadOnlySpan<int> signed, CanonicalVariant variant, TextBuffer toSign, scoped ReadOnlySpan<byte> signature)
    {
        toSign.CutBackTo(0);
        Problem = writer.Write(signed, variant, toSign);
        if (!Problem.IsNone) return EnvelopeFault.NotSignable;
        matched = variant;
        return EnvelopeCryptography.Verify(keys, toSign.Written, signature) switch
        {
            SignatureCheck.Valid => EnvelopeFault.None,
            SignatureCheck.Malformed => EnvelopeFault.SignatureMalformed,
            _ => EnvelopeFault.SignatureWrong,
        };
    }

    /// <summary>Clear data as it stands in the envelope; of a JSON text inside JSON, the inner one.</summary>
    private readonly ReadOnlySpan<byte> RawData() => envelope[head.Data].IsContainer ? envelope.Raw(head.Data) : envelope.Text(head.Data);

    private readonly bool IsText(int field) => field > 0 && envelope[field].Kind == JsonKind.Text;

    private readonly bool IsScalar(int field) => IsText(field) || (field > 0 && envelope[field].Kind == JsonKind.Number);

    private readonly bool IsInteger(int field)
    {
        if (!IsScalar(field)) return false;
        var digits = envelope.Text(field);
        if (digits[0] == '-') digits = digits[1..];
        return digits.Length is > 0 and <= 9 && !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }

    private readonly bool IsTruth(int field) =>
        envelope[field].Kind is JsonKind.True or JsonKind.False || (IsText(field) && (envelope.Text(field).SequenceEqual("true"u8) || envelope.Text(field).SequenceEqual("false"u8)));

    private static EnvelopeFault FaultOf(JsonFault fault, EnvelopeFault notJson) => fault switch
    {
        JsonFault.NotJson => notJson,
        JsonFault.TooDeep => EnvelopeFault.TooDeep,
        JsonFault.TooLarge => EnvelopeFault.TooLarge,
        _ => EnvelopeFault.NotSignable,
    };
}
