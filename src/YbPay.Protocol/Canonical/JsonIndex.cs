using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace YbPay.Protocol.Canonical;

/// <summary>A JSON text, read once: its values as positions, escapes decoded. Number literals stay as they were written.</summary>
internal ref struct JsonIndex
{
    private readonly ReadOnlySpan<byte> source;
    private readonly JsonLimits limits;
    private IndexedValue[] values;
    private byte[] decoded;
    private int decodedLength;

    private JsonIndex(ReadOnlySpan<byte> source, JsonLimits limits)
    {
        this.source = source;
        this.limits = limits;
        values = ArrayPool<IndexedValue>.Shared.Rent(Math.Clamp(source.Length / 12, 64, 4096));
        decoded = [];
    }

    public int Count { get; private set; }

    public readonly ref readonly IndexedValue this[int at] => ref values[at];

    /// <summary>Reads the whole text. The index is to be disposed of even when there is a problem.</summary>
    public static JsonProblem Read(ReadOnlySpan<byte> json, JsonLimits limits, out JsonIndex index)
    {
        if (json.Length > limits.Bytes)
        {
            index = new JsonIndex([], limits);
            return new JsonProblem(JsonFault.TooLarge, JsonPath.Root);
        }

        index = new JsonIndex(json, limits);
        if (!Utf8.IsValid(json)) return new JsonProblem(JsonFault.NotJson, JsonPath.Root);
        try
        {
            return index.ReadAll();
        }
        catch (JsonException)
        {
            return new JsonProblem(JsonFault.NotJson, JsonPath.Of(index, index.Count - 1));
        }
    }

    public readonly ReadOnlySpan<byte> Name(int at)
    {
        ref readonly var node = ref values[at];
        return (node.NameDecoded ? decoded : source).Slice(node.NameStart, node.NameLength);
    }

    /// <summary>A scalar's text: decoded for texts, the literal for all others.</summary>
    public readonly ReadOnlySpan<byte> Text(int at)
    {
        ref readonly var node = ref values[at];
        return (node.ValueDecoded ? decoded : source).Slice(node.Start, node.Length);
    }

    /// <summary>A container as it stands in the source, brackets included.</summary>
    public readonly ReadOnlySpan<byte> Raw(int container) => source[values[container].Start..values[container].End];

    public void Dispose()
    {
        if (values is { Length: > 0 }) ArrayPool<IndexedValue>.Shared.Return(values);
        if (decoded is { Length: > 0 }) ArrayPool<byte>.Shared.Return(decoded, clearArray: true);
        values = [];
        decoded = [];
    }

    private JsonProblem ReadAll()
    {
        var reader = new Utf8JsonReader(source, new JsonReaderOptions { MaxDepth = limits.Depth + 1 });
        var parent = -1;
        var pending = default(IndexedValue);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    pending = default;
                    pending.NameDecoded = reader.ValueIsEscaped;
                    if (!Locate(ref reader, out pending.NameStart, out pending.NameLength))
                        return new JsonProblem(JsonFault.LoneSurrogate, JsonPath.Of(this, parent));
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    values[parent].Next = Count;
                    values[parent].End = (int)reader.BytesConsumed;
                    parent = values[parent].Parent;
                    continue;
            }

            if (Count == limits.Values) return new JsonProblem(JsonFault.TooLarge, JsonPath.Root);
            if (Count == values.Length) GrowValues();
            pending.Kind = KindOf(reader.TokenType);
            pending.Parent = parent;
            pending.Next = Count + 1;
            pending.ValueDecoded = pending.Kind == JsonKind.Text && reader.ValueIsEscaped;
            if (parent >= 0) values[parent].Length++;
            var at = Count++;
            values[at] = pending;
            if (pending.IsContainer)
            {
                if (reader.CurrentDepth >= limits.Depth) return new JsonProblem(JsonFault.TooDeep, JsonPath.Of(this, parent));
                values[at].Start = (int)reader.TokenStartIndex;
                parent = at;
            }
            else if (!Locate(ref reader, out values[at].Start, out values[at].Length))
                return new JsonProblem(JsonFault.LoneSurrogate, JsonPath.Of(this, at));
            pending = default;
        }

        return JsonProblem.None;
    }

    /// <summary>Where the token's text lies; false for half a surrogate pair.</summary>
    private bool Locate(ref Utf8JsonReader reader, out int start, out int length)
    {
        if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String && reader.ValueIsEscaped)
        {
            start = decodedLength;
            length = 0;
            MakeRoom(reader.ValueSpan.Length);
            try
            {
                length = reader.CopyString(decoded.AsSpan(decodedLength));
            }
            catch (InvalidOperationException)
            {
                return false;
            }

            decodedLength += length;
            return true;
        }

        var quote = reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String ? 1 : 0;
        start = (int)reader.TokenStartIndex + quote;
        length = reader.ValueSpan.Length;
        return true;
    }

    private void MakeRoom(int count)
    {
        if (decoded.Length - decodedLength >= count) return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(decoded.Length * 2, decodedLength + count));
        decoded.AsSpan(0, decodedLength).CopyTo(larger);
        if (decoded.Length > 0) ArrayPool<byte>.Shared.Return(decoded, clearArray: true);
        decoded = larger;
    }

    private void GrowValues()
    {
        var larger = ArrayPool<IndexedValue>.Shared.Rent(values.Length * 2);
        values.AsSpan(0, Count).CopyTo(larger);
        ArrayPool<IndexedValue>.Shared.Return(values);
        values = larger;
    }

    private static JsonKind KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => JsonKind.Object,
        JsonTokenType.StartArray => JsonKind.Array,
        JsonTokenType.String => JsonKind.Text,
        JsonTokenType.Number => JsonKind.Number,
        JsonTokenType.True => JsonKind.True,
        JsonTokenType.False => JsonKind.False,
        _ => JsonKind.Null,
    };
}
