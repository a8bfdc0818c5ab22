using YbPay.Protocol.Canonical;

namespace YbPay.Protocol.MobilePay;

/// <summary>
/// The top-level fields that take part in a signature, in the order of <see cref="JavaKeyOrder"/>. <see cref="Decrypted"/>
/// stands for the data that comes out of <c>encData</c>.
/// </summary>
internal ref struct SignedFields
{
    public const int Decrypted = -1;
    private readonly Span<int> fields;
    private int count;

    private SignedFields(Span<int> space) => fields = space;

    public readonly ReadOnlySpan<int> InOrder => fields[..count];

    /// <param name="space">At least <see cref="EnvelopeHead.MostFields"/> + 1 places.</param>
    /// <param name="isEncrypted">The envelope has an <c>encData</c>, whose clear form is signed as <c>data</c>.</param>
    public static JsonProblem Of(scoped in JsonIndex envelope, bool isEncrypted, Span<int> space, out SignedFields signed)
    {
        signed = new SignedFields(space);
        if (envelope[0].Length > EnvelopeHead.MostFields) return new JsonProblem(JsonFault.TooLarge, JsonPath.Root);
        if (isEncrypted) signed.fields[signed.count++] = Decrypted;
        var end = envelope[0].Next;
        for (var field = 1; field < end; field = envelope[field].Next)
        {
            var name = envelope.Name(field);
            if (name.ContainsAny((byte)'=', (byte)'&')) return Ambiguous(envelope, field);
            if (isEncrypted && name.SequenceEqual("data"u8))
            {
                // Cleared, as the document says, is absent, null or empty. Two different datas would be two messages.
                if (!envelope[field].IsNothing && envelope[field].Length > 0) return new JsonProblem(JsonFault.TwoDatas, "data");
                continue;
            }

            if (!signed.Insert(envelope, field, name)) return new JsonProblem(JsonFault.DuplicateName, JsonPath.Of(envelope, field));
        }

        signed.RemoveUnsigned(envelope);
        return JsonProblem.None;
    }

    /// <summary>
    /// Text that another field could have been folded into. A value may hold <c>&amp;</c> only where it carries no meaning for
    /// the protocol, so that no signed text can be cut into fields in a second way that matters.
    /// </summary>
    public static JsonProblem CheckProtocolValues(scoped in JsonIndex envelope, scoped in EnvelopeHead head)
    {
        foreach (var field in (ReadOnlySpan<int>)[head.AppId, head.Version, head.Timestamp, head.EncType, head.SignType, head.Code, head.Success])
            if (field > 0 && envelope.Text(field).Contains((byte)'&')) return Ambiguous(envelope, field);
        return JsonProblem.None;
    }

    private static JsonProblem Ambiguous(scoped in JsonIndex envelope, int field) => new(JsonFault.AmbiguousField, JsonPath.Of(envelope, field));

    /// <summary>Insertion sort: the fields are few and mostly in order. False when a name is there already, whatever its case.</summary>
    private bool Insert(scoped in JsonIndex envelope, int field, ReadOnlySpan<byte> name)
    {
        var to = count;
        for (; to > 0; to--)
        {
            var before = fields[to - 1];
            var order = JavaKeyOrder.CompareUtf8(before == Decrypted ? "data"u8 : envelope.Name(before), name);
            if (order == 0) return false;
            if (order < 0) break;
            fields[to] = before;
        }

        fields[to] = field;
        count++;
        return true;
    }

    private void RemoveUnsigned(scoped in JsonIndex envelope)
    {
        var kept = 0;
        foreach (var field in fields[..count])
        {
            if (field != Decrypted)
            {
                var name = envelope.Name(field);
                if (name.SequenceEqual("signData"u8) || name.SequenceEqual("encData"u8) || name.SequenceEqual("extra"u8)) continue;
                if (envelope[field].IsNothing) continue;
            }

            fields[kept++] = field;
        }

        count = kept;
    }
}
