using System.Runtime.ExceptionServices;
using YbPay.Cryptography;
using YbPay.Huimin.Door;
using YbPay.Protocol.Huimin;

namespace YbPay.Huimin.Features.Claims.Images;

/// <summary>An image that has come in whole and is one.</summary>
/// <param name="FileType">jpg, png or pdf, by its content.</param>
/// <param name="Digest">SM3 of the clear image, hex.</param>
internal sealed record ReceivedImage(string FileId, string FileType, long Size, string Digest);

/// <summary>
/// Takes a message whose one member is an image in Base64: the image is decoded, looked at and sealed into a temporary file while the
/// message is still being decrypted, so that none is ever whole in memory. Nothing of it stays unless <see cref="Keep"/> is called.
/// </summary>
internal sealed class ImageReceiver : ContentReceiver
{
    private const int LargestRest = 16 * 1024;
    private readonly ImageSink sink;
    private readonly LongTextStream text;
    private readonly string member;

    /// <param name="member">The member that holds the image.</param>
    public ImageReceiver(string member, ImageKeys keys, ImageFolder folder)
    {
        this.member = member;
        sink = new ImageSink(keys, folder);
        text = new LongTextStream(member, sink, LargestRest, ImageFormat.LargestImage);
    }

    public override Stream Clear => text;

    public override ReadOnlyMemory<byte> Message
    {
        get
        {
            text.Finish();
            return text.Rest.ToArray();
        }
    }

    /// <summary>What is wrong with the message before its fields are looked at, Chinese; null when nothing is.</summary>
    public string? Fault => text.Finish() switch
    {
        LongTextFault.NotBase64 => $"{member} 不是有效的Base64",
        LongTextFault.DecodedTooLong => $"{member} 图片超过{ImageFormat.LargestImage}字节",
        LongTextFault.RestTooLong => $"{member} 以外的内容过长",
        LongTextFault.Twice => $"{member} 重复",
        _ => null,
    };

    /// <summary>The image, on disk under its temporary name, or what is wrong with it.</summary>
    public (ReceivedImage? Image, string? Why) Finish() => sink.Finish();

    /// <summary>After the commit that names the image.</summary>
    public void Keep() => sink.Keep();

    /// <summary>The commit that names the image may have come to be, or not.</summary>
    public void Leave() => sink.Leave();

    public override void Dispose()
    {
        text.Dispose();
        sink.Dispose();
    }

    /// <summary>Where the decoded bytes go.</summary>
    private sealed class ImageSink(ImageKeys keys, ImageFolder folder) : Stream
    {
        private readonly ImageInspector inspector = new();
        private readonly Sm3Hasher hasher = new();
        private SealedImage? image;
        private ExceptionDispatchInfo? broken;
        private long size;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        /// <summary>A full disk must not look like a wrong signature: it is remembered, and told once the message is known to be genuine.</summary>
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (buffer.IsEmpty || broken is not null || inspector.Fault is not null) return;
            size += buffer.Length;
            inspector.Append(buffer);
            hasher.Append(buffer);
            try
            {
                image ??= new SealedImage(keys, folder);
                image.Write(buffer);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                broken = ExceptionDispatchInfo.Capture(error);
            }
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public (ReceivedImage? Image, string? Why) Finish()
        {
            if (inspector.Finish() is { } why) return (null, why);
            broken?.Throw();
            image!.Finish();
            return (new ReceivedImage(image.FileId, inspector.FileType!, size, Convert.ToHexStringLower(hasher.Finish())), null);
        }

        public void Keep() => image!.Keep();

        public void Leave() => image!.Leave();

        public override void Flush()
        {
            // Nothing is held back that a flush could move on: the end of the image is said by Finish.
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            image?.Dispose();
            hasher.Dispose();
            base.Dispose(disposing);
        }
    }
}
