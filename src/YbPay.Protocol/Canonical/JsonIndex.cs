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
        var named = false;
        while (reader.Read())
        {
            var token = reader.TokenType;
            if (token is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                ref var ended = ref values[parent];
                ended.Next = Count;
                ended.End = (int)reader.BytesConsumed;
                parent = ended.Parent;
                continue;
            }

            if (!named && !TryBegin()) return new JsonProblem(JsonFault.TooLarge, JsonPath.Root);
            ref var value = ref values[Count];
            if (token == JsonTokenType.PropertyName)
            {
                value.NameDecoded = reader.ValueIsEscaped;
                named = LocateText(ref reader, out value.NameStart, out value.NameLength);
                if (!named) return new JsonProblem(JsonFault.LoneSurrogate, JsonPath.Of(this, parent));
                continue;
            }

            named = false;
            value.Kind = KindOf(token);
            value.Parent = parent;
            value.Next = Count + 1;
            if (parent >= 0) values[parent].Length++;
            var at = Count++;
            if (value.IsContainer)
            {
                if (reader.CurrentDepth >= limits.Depth) return new JsonProblem(JsonFault.TooDeep, JsonPath.Of(this, parent));
                value.Start = (int)reader.TokenStartIndex;
                parent = at;
            }
            else if (token == JsonTokenType.String)
            {
                value.ValueDecoded = reader.ValueIsEscaped;
                if (!LocateText(ref reader, out value.Start, out value.Length)) return new JsonProblem(JsonFault.LoneSurrogate, JsonPath.Of(this, at));
            }
            else
            {
                value.Start = (int)reader.TokenStartIndex;
                value.Length = reader.ValueSpan.Length;
            }
        }

        return JsonProblem.None;
    }

    /// <summary>Clears the place of the next value; false when there are as many as may be.</summary>
    private bool TryBegin()
    {
        if (Count == limits.Values) return false;
        if (Count == values.Length) GrowValues();
        values[Count] = default;
        return true;
    }

    /// <summary>Where a name or a text lies between its quotes; false for half a surrogate pair.</summary>
    private bool LocateText(ref Utf8JsonReader reader, out int start, out int length)
    {
        length = reader.ValueSpan.Length;
        if (!reader.ValueIsEscaped)
        {
            start = (int)reader.TokenStartIndex + 1;
            return true;
        }

        start = decodedLength;
        MakeRoom(length);
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
