using System.Buffers;
using System.Text;
using System.Text.Json;

namespace YbPay.Protocol.Huimin;

/// <summary>
/// One pass over an envelope that may be much longer than memory should hold: a flat JSON object, of which everything but encData is small.
/// Of encData only the place is kept.
/// </summary>
internal ref struct OuterScanner
{
    private const int BufferSize = 16 * 1024;

    private readonly Stream body;
    private readonly HuiminLimits limits;
    private readonly byte[] buffer;
    private readonly ArrayBufferWriter<byte> token = new(256);
    private readonly List<OuterMember> members = [];
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private int at;
    private int end;
    private long before;
    private long encDataAt;
    private long encDataLength;
    private HuiminFault fault;

    private OuterScanner(Stream body, HuiminLimits limits, byte[] buffer) => (this.body, this.limits, this.buffer) = (body, limits, buffer);

    /// <param name="body">At its beginning; positions are counted from there.</param>
    public static HuiminFault Scan(Stream body, HuiminLimits limits, out OuterMembers? found)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var scanner = new OuterScanner(body, limits, buffer);
            found = scanner.ReadObject() ? new OuterMembers(scanner.members, scanner.encDataAt, scanner.encDataLength) : null;
            return scanner.fault;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private bool ReadObject()
    {
        if (NextMark() != '{') return Fail(HuiminFault.Malformed);
        var mark = NextMark();
        while (mark == '"')
        {
            if (!ReadMember()) return false;
            mark = NextMark();
            if (mark != ',') break;
            mark = NextMark();
            if (mark != '"') return Fail(HuiminFault.Malformed);
        }

        if (mark != '}' || NextMark() >= 0) return Fail(HuiminFault.Malformed);
        if (before - encDataLength > limits.Around) return Fail(HuiminFault.TooLong);
        members.Sort(SignedText.ByName);
        return fault == HuiminFault.None;
    }

    /// <summary>Name, colon and value; the quote before the name is read.</summary>
    private bool ReadMember()
    {
        if (!CollectText() || !Decode(out var name)) return false;
        if (!names.Add(Encoding.UTF8.GetString(name))) return Fail(HuiminFault.Malformed);
        if (names.Count > limits.Members) return Fail(HuiminFault.TooLong);
        if (NextMark() != ':') return Fail(HuiminFault.Malformed);
        var first = NextMark();
        if (first is '{' or '[') return Fail(HuiminFault.HeadInvalid);
        if (first != '"') return ReadScalar(name, first);
        if (name.AsSpan().SequenceEqual("encData"u8)) return PassEncData();
        if (!CollectText() || !Decode(out var value)) return false;
        members.Add(new OuterMember(name, value, true));
        return true;
    }

    /// <summary>A number or a truth value as written; null is as good as absent.</summary>
    private bool ReadScalar(byte[] name, int first)
    {
        token.ResetWrittenCount();
        for (var next = first; next >= 0; next = Next())
        {
            if (next is ',' or '}' or ' ' or '\t' or '\r' or '\n')
            {
                at--;
                break;
            }

            if (!Collect([(byte)next])) return false;
        }

        if (!DecodeScalar(out var kind)) return false;
        if (kind == JsonTokenType.Null) return true;
        members.Add(new OuterMember(name, token.WrittenSpan.ToArray(), false));
        return !name.AsSpan().SequenceEqual("encData"u8) || Fail(HuiminFault.HeadInvalid);
    }

    private bool PassEncData()
    {
        encDataAt = before + at;
        var most = Math.Max(limits.EncData, limits.EncDataWithImage);
        while (true)
        {
            var rest = buffer.AsSpan(at, end - at);
            var length = rest.IndexOfAny((byte)'"', (byte)'\\');
            encDataLength += length < 0 ? rest.Length : length;
            if (encDataLength > most) return Fail(HuiminFault.TooLong);
            if (length >= 0)
            {
                at += length + 1;
                // Hex digits need no escapes, and nothing else can be decrypted.
                return rest[length] == '"' || Fail(HuiminFault.Malformed);
            }

            at = end;
            if (!Fill()) return Fail(HuiminFault.Malformed);
        }
    }

    /// <summary>The text after its first quote into <see cref="token"/>, with both quotes.</summary>
    private bool CollectText()
    {
        token.ResetWrittenCount();
        if (!Collect("\""u8)) return false;
        while (at < end || Fill())
        {
            var rest = buffer.AsSpan(at, end - at);
            var length = rest.IndexOfAny((byte)'"', (byte)'\\');
            if (length < 0)
            {
                at = end;
                if (!Collect(rest)) return false;
                continue;
            }

            at += length + 1;
            if (!Collect(rest[..(length + 1)])) return false;
            if (rest[length] == '"') return true;
            var escaped = Next();
            if (escaped < 0) break;
            if (!Collect([(byte)escaped])) return false;
        }

        return Fail(HuiminFault.Malformed);
    }

    /// <summary>The characters of the collected text; false, with the fault set, when it is no JSON text of well-formed Unicode.</summary>
    private bool Decode(out byte[] value)
    {
        value = [];
        try
        {
            var reader = new Utf8JsonReader(token.WrittenSpan);
            reader.Read();
            value = Encoding.UTF8.GetBytes(reader.GetString()!);
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Fail(HuiminFault.Malformed);
        }
    }

    private bool DecodeScalar(out JsonTokenType kind)
    {
        kind = JsonTokenType.None;
        try
        {
            var reader = new Utf8JsonReader(token.WrittenSpan);
            if (!reader.Read()) return Fail(HuiminFault.Malformed);
            kind = reader.TokenType;
            return true;
        }
        catch (JsonException)
        {
            return Fail(HuiminFault.Malformed);
        }
    }

    private bool Collect(scoped ReadOnlySpan<byte> piece)
    {
        if (token.WrittenCount + piece.Length > limits.Member) return Fail(HuiminFault.TooLong);
        token.Write(piece);
        return true;
    }

    /// <summary>The next byte that is no white space; -1 at the end.</summary>
    private int NextMark()
    {
        int next;
        do next = Next();
        while (next is ' ' or '\t' or '\r' or '\n');
        return next;
    }

    private int Next() => at < end || Fill() ? buffer[at++] : -1;

    private bool Fill()
    {
        before += end;
        (at, end) = (0, 0);
        if (before - encDataLength > limits.Around) return Fail(HuiminFault.TooLong);
        end = body.Read(buffer);
        return end > 0;
    }

    private bool Fail(HuiminFault why)
    {
        if (fault == HuiminFault.None) fault = why;
        return false;
    }
}
