namespace YbPay.Huimin.Door;

/// <summary>
/// Passes on what is written until the receiver finds that it cannot be, and swallows the rest: the envelope is read and judged to its end
/// all the same, so that a wrong content looks no other than a wrong signature.
/// </summary>
internal sealed class GuardedStream(Stream receiver) : Stream
{
    /// <summary>Why the content cannot be; null while it can.</summary>
    public string? Unfit { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (Unfit is not null) return;
        try
        {
            receiver.Write(buffer);
        }
        catch (InvalidDataException e)
        {
            Unfit = e.Message;
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
