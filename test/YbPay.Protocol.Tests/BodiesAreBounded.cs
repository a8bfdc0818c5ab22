namespace YbPay.Protocol.Tests;

/// <summary><see cref="MessageBody"/>: all of a message or nothing, however it comes in.</summary>
public sealed class BodiesAreBounded
{
    private const int Largest = 100_000;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16 * 1024)]
    [InlineData(64 * 1024)]
    [InlineData(Largest)]
    public async Task What_fits_is_read_whole_whatever_was_announced_and_however_it_is_cut(int length)
    {
        var sent = Enumerable.Range(0, length).Select(i => (byte)(i * 31 % 251)).ToArray();
        foreach (var announced in (long?[])[null, length, 0, Math.Max(0, length - 1), Largest])
        foreach (var cut in (int[])[1_000, 70_000, int.MaxValue])
            (await MessageBody.ReadAsync(new Cut(sent, cut), announced, Largest, CancellationToken.None)).ShouldBe(sent);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(10L)]
    public async Task One_byte_too_many_is_nothing(long? announced)
    {
        var body = new Cut(new byte[Largest * 3], 1_000);
        (await MessageBody.ReadAsync(body, announced, Largest, CancellationToken.None)).ShouldBeNull();
        body.Position.ShouldBeLessThanOrEqualTo(Largest + 1_000);
    }

    [Fact]
    public async Task What_is_announced_too_long_is_not_even_begun()
    {
        var body = new Cut([1, 2, 3], 3);
        (await MessageBody.ReadAsync(body, Largest + 1, Largest, CancellationToken.None)).ShouldBeNull();
        body.Position.ShouldBe(0);
    }

    /// <summary>Gives its bytes in pieces, as a network does.</summary>
    private sealed class Cut(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, most)], cancellationToken);
    }
}
