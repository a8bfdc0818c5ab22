using YbPay.Protocol.Canonical;

namespace YbPay.Protocol.MobilePay;

/// <summary>Writes the text to sign of an indexed envelope: <c>k=v</c> pieces, <c>&amp;</c>, <c>key=</c> + appSecret (ruling A.1).</summary>
internal ref struct SignTextWriter(JsonIndex envelope, JsonIndex decrypted, ReadOnlySpan<byte> secret, JsonLimits limits)
{
    private readonly JsonIndex envelope = envelope;
    private readonly JsonIndex decrypted = decrypted;
    private readonly ReadOnlySpan<byte> secret = secret;

    /// <summary>Another number style gives another text.</summary>
    public bool HasLiterals { get; private set; }

    /// <summary>Dropping empty objects gives another text.</summary>
    public bool HasEmpties { get; private set; }

    public JsonProblem Write(scoped ReadOnlySpan<int> fields, CanonicalVariant variant, TextBuffer output)
    {
        foreach (var field in fields)
        {
            var isData = field == SignedFields.Decrypted;
            if (isData && decrypted[0].IsNothing) continue;
            var start = output.Length;
            output.Append(isData ? "data"u8 : envelope.Name(field));
            output.Append((byte)'=');
            var problem = isData ? WriteCanonical(decrypted, 0, variant, output, start) : WriteValue(field, variant, output, start);
            if (!problem.IsNone) return problem;
        }

        output.Append("key="u8);
        output.Append(secret);
        return JsonProblem.None;
    }

    private JsonProblem WriteValue(int field, CanonicalVariant variant, TextBuffer output, int start)
    {
        if (envelope[field].IsContainer) return WriteCanonical(envelope, field, variant, output, start);
        var text = envelope.Text(field);
        if (envelope[field].Kind == JsonKind.Number)
        {
            if (text.ContainsAny((byte)'e', (byte)'E')) return new JsonProblem(JsonFault.Exponent, JsonPath.Of(envelope, field));
            if (text.Length > limits.NumberLength) return new JsonProblem(JsonFault.NumberTooLong, JsonPath.Of(envelope, field));
        }

        output.Append(text);
        output.Append((byte)'&');
        return JsonProblem.None;
    }

    private JsonProblem WriteCanonical(JsonIndex index, int at, CanonicalVariant variant, TextBuffer output, int start)
    {
        var writer = new CanonicalWriter(index, variant, limits, output);
        if (writer.Write(at)) output.Append((byte)'&');
        else output.CutBackTo(start);
        HasLiterals |= writer.HasLiterals;
        HasEmpties |= writer.HasEmpties;
        return writer.Problem;
    }
}
