using System.Buffers;
using System.Text;
using YbPay.Protocol.Canonical;

namespace YbPay.Protocol.Huimin;

/// <summary>
/// Takes a JSON object in pieces and keeps it small: the text of one named top-level member is decoded from Base64 into another stream while it
/// comes in, and <see cref="Placeholder"/> stands in its place; an empty text stays empty, and a value that is no text stays what it is. Nothing is
/// thrown for what comes in, so that a signature over the whole can still be checked: <see cref="Finish"/> tells. For one thread at a time.
/// </summary>
public sealed class LongTextStream : Stream
{
    /// <summary>Stands where the long text was; Base64 itself, and shorter than any limit.</summary>
    public const string Placeholder = "diverted";

    private readonly byte[] member;
    private readonly int largestRest;
    private readonly Base64Pieces decoder;
    private readonly TextBuffer rest = new(4096);
    private readonly byte[] escape = new byte[5];
    private Where where = Where.Between;
    private LongTextFault fault;
    private int depth;
    private bool isObject;
    private bool isNameDue;
    private bool isLongDue;
    private int nameStart = -1;
    private int escapeLength;
    private bool isFinished;

    /// <param name="member">The long member's name.</param>
    /// <param name="decoded">Gets the decoded bytes, worth nothing until <see cref="Finish"/> finds no fault. It stays the caller's.</param>
    /// <param name="largestRest">Bytes of JSON that may remain.</param>
    /// <param name="largestDecoded">Bytes that the long member may decode to.</param>
    public LongTextStream(string member, Stream decoded, int largestRest, long largestDecoded)
    {
        ArgumentException.ThrowIfNullOrEmpty(member);
        ArgumentNullException.ThrowIfNull(decoded);
        this.member = Encoding.UTF8.GetBytes(member);
        this.largestRest = largestRest;
        decoder = new Base64Pieces(decoded, largestDecoded);
    }

    private enum Where
    {
        /// <summary>Outside every text.</summary>
        Between,
        Text,
        TextEscape,
        Long,
        LongEscape,
    }

    /// <summary>The long member was there, as a text.</summary>
    public bool WasFound { get; private set; }

    public long DecodedLength => decoder.Written;

    /// <summary>The object without its long text. Asked for after <see cref="Finish"/>; gone with this.</summary>
    public ReadOnlySpan<byte> Rest => rest.Written;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>To be asked once, after the last piece.</summary>
    public LongTextFault Finish()
    {
        if (isFinished) return fault;
        isFinished = true;
        if (fault == LongTextFault.None && !SmallJson.IsObject(rest.Written)) fault = LongTextFault.NotJson;
        return fault;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(isFinished, this);
        while (!buffer.IsEmpty && fault == LongTextFault.None)
        {
            var taken = where switch
            {
                Where.Between => PassBetween(buffer),
                Where.Text => PassText(buffer),
                Where.TextEscape => PassEscaped(buffer),
                Where.Long => DivertPlain(buffer),
                _ => DivertEscaped(buffer),
            };
            buffer = buffer[taken..];
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        // Nothing is held back that a flush could move on.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        isFinished = true;
        rest.Dispose();
        decoder.Dispose();
        base.Dispose(disposing);
    }

    private int PassBetween(ReadOnlySpan<byte> piece)
    {
        var quote = piece.IndexOf((byte)'"');
        var plain = quote < 0 ? piece : piece[..quote];
        foreach (var c in plain) Follow(c);
        Keep(plain);
        if (quote < 0 || fault != LongTextFault.None) return plain.Length;
        if (isLongDue)
        {
            if (WasFound) fault = LongTextFault.Twice;
            WasFound = true;
            where = Where.Long;
            return quote + 1;
        }

        nameStart = isNameDue ? rest.Length : -1;
        where = Where.Text;
        Keep("\""u8);
        return quote + 1;
    }

    /// <summary>Only the places of names matter here; whether it is JSON is seen at the end.</summary>
    private void Follow(byte c)
    {
        switch (c)
        {
            case (byte)'{' or (byte)'[':
                if (depth == 0) isObject = c == '{';
                depth++;
                isNameDue = depth == 1 && isObject;
                isLongDue = false;
                break;
            case (byte)'}' or (byte)']':
                depth--;
                (isNameDue, isLongDue) = (false, false);
                break;
            case (byte)',':
                isNameDue = depth == 1 && isObject;
                isLongDue = false;
                break;
        }
    }

    private int PassText(ReadOnlySpan<byte> piece)
    {
        var stop = piece.IndexOfAny((byte)'"', (byte)'\\');
        var taken = stop < 0 ? piece.Length : stop + 1;
        Keep(piece[..taken]);
        if (stop < 0) return taken;
        where = piece[stop] == '"' ? Where.Between : Where.TextEscape;
        if (where == Where.Between && fault == LongTextFault.None) EndText();
        return taken;
    }

    private int PassEscaped(ReadOnlySpan<byte> piece)
    {
        Keep(piece[..1]);
        where = Where.Text;
        return 1;
    }

    private void EndText()
    {
        // A colon follows where this is JSON, and nothing else matters where it is not.
        isLongDue = nameStart >= 0 && SmallJson.IsText(rest.Written[nameStart..], member);
        isNameDue = false;
        nameStart = -1;
    }

    private int DivertPlain(ReadOnlySpan<byte> piece)
    {
        var stop = piece.IndexOfAny((byte)'"', (byte)'\\');
        var plain = stop < 0 ? piece : piece[..stop];
        Note(plain.ContainsAnyInRange((byte)0, (byte)0x1F) ? LongTextFault.NotJson : decoder.Append(plain));
        if (stop < 0) return piece.Length;
        if (piece[stop] == '\\')
        {
            where = Where.LongEscape;
            escapeLength = 0;
            return stop + 1;
        }

        Note(decoder.Finish());
        where = Where.Between;
        isLongDue = false;
        Keep(decoder.Written == 0 ? "\"\""u8 : "\"diverted\""u8);
        return stop + 1;
    }

    /// <summary>Of the escapes only those of Base64's own characters and of line breaks can be right.</summary>
    private int DivertEscaped(ReadOnlySpan<byte> piece)
    {
        escape[escapeLength++] = piece[0];
        if (escape[0] == 'u' && escapeLength < 5) return 1;
        where = Where.Long;
        Span<byte> unit = stackalloc byte[2];
        var character = escape[0] switch
        {
            (byte)'/' => (byte)'/',
            (byte)'n' or (byte)'r' or (byte)'t' => (byte)'\n',
            (byte)'u' when Convert.FromHexString(escape.AsSpan(1, 4), unit, out _, out _) == OperationStatus.Done && unit[0] == 0 => unit[1],
            _ => (byte)0,
        };
        Note(decoder.Append([character]));
        return 1;
    }

    private void Note(LongTextFault found)
    {
        if (fault == LongTextFault.None) fault = found;
    }

    private void Keep(ReadOnlySpan<byte> piece)
    {
        if (fault != LongTextFault.None) return;
        if (rest.Length + piece.Length > largestRest) fault = LongTextFault.RestTooLong;
        else rest.Append(piece);
    }
}
