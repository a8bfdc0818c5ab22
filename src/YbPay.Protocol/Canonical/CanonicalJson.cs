using YbPay.Protocol.MobilePay;

namespace YbPay.Protocol.Canonical;

/// <summary>
/// The canonical text of a JSON value (rulings A.2 to A.4): names in ordinal UTF-16 order at every depth, arrays in their
/// order, <c>null</c>, <c>""</c> and <c>[]</c> members dropped, number literals kept to the digit, no white space.
/// </summary>
/// <remarks>
/// Only a member that is literally empty is dropped: <c>{"a":{"x":[]}}</c> gives <c>{"a":{}}</c>. With
/// <see cref="EmptyObjectStyle.Drop"/> containers that are or become empty are dropped too, members and array elements alike,
/// from the inside out; the outermost value stays.
/// </remarks>
public static class CanonicalJson
{
    /// <summary>The canonical text as UTF-8. Throws <see cref="NotSignableException"/> for what ruling A.4 refuses.</summary>
    public static byte[] Write(ReadOnlySpan<byte> json, CanonicalVariant variant = default, JsonLimits? limits = null)
    {
        var problem = TryWrite(json, variant, limits, out var text);
        return problem.IsNone ? text : throw new NotSignableException(problem);
    }

    /// <summary>As <see cref="Write"/>, but tells instead of throwing; <paramref name="text"/> is then empty.</summary>
    public static JsonProblem TryWrite(ReadOnlySpan<byte> json, CanonicalVariant variant, JsonLimits? limits, out byte[] text)
    {
        limits ??= JsonLimits.Default;
        text = [];
        var problem = JsonIndex.Read(json, limits, out var index);
        using (index)
        {
            if (!problem.IsNone) return problem;
            using var output = new TextBuffer(json.Length + 64);
            var writer = new CanonicalWriter(index, variant, limits, output);
            if (!writer.Write(0) && writer.Problem.IsNone) output.Append(index[0].Kind == JsonKind.Object ? "{}"u8 : "[]"u8);
            if (writer.Problem.IsNone) text = output.ToArray();
            return writer.Problem;
        }
    }
}
