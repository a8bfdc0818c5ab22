using YbPay.Protocol.Tests.Huimin;

namespace YbPay.Protocol.Tests;

public sealed class BodiesAreSpooled : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ybpay-spool").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(8191, false)]
    [InlineData(8192, false)]
    [InlineData(20_000, false)]
    [InlineData(20_001, true)]
    [InlineData(300_000, true)]
    public async Task Short_ones_stay_in_memory_and_long_ones_go_to_a_file(int length, bool isInFile)
    {
        var bytes = Bytes(length);
        foreach (var most in (int[])[13, 5000, 1_000_000])
        {
            var limits = new SpoolLimits(20_000, 300_000, folder);
            await using var body = await SpooledBody.ReadAsync(new Dribble(bytes, new Random(length), most), length, limits, TestContext.Current.CancellationToken);
            body!.IsInFile.ShouldBe(isInFile);
            body.Content.Length.ShouldBe(length);
            for (var time = 0; time < 2; time++)
            {
                using var copy = new MemoryStream();
                body.Content.Position = 0;
                body.Content.CopyTo(copy);
                copy.ToArray().ShouldBe(bytes);
            }
        }
    }

    [Fact]
    public async Task The_file_is_gone_at_the_latest_when_the_body_is_closed()
    {
        var body = await SpooledBody.ReadAsync(new MemoryStream(Bytes(5000)), null, new SpoolLimits(100, 10_000, folder), TestContext.Current.CancellationToken);
        body!.IsInFile.ShouldBeTrue();
        if (!OperatingSystem.IsWindows()) Directory.EnumerateFiles(folder).ShouldBeEmpty();
        await body.DisposeAsync();
        Directory.EnumerateFiles(folder).ShouldBeEmpty();
        await body.DisposeAsync();
    }

    [Theory]
    [InlineData(100, 99, 10)]
    [InlineData(50_000, 49_999, 10)]
    [InlineData(50_000, 49_999, 49_999)]
    public async Task Too_much_is_refused_and_leaves_nothing(int length, int largest, int inMemory)
    {
        var limits = new SpoolLimits(inMemory, largest, folder);
        (await SpooledBody.ReadAsync(new Dribble(Bytes(length), new Random(1), 77), null, limits, TestContext.Current.CancellationToken)).ShouldBeNull();
        Directory.EnumerateFiles(folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_announced_as_too_much_is_not_read()
    {
        using var body = new MemoryStream(Bytes(10));
        (await SpooledBody.ReadAsync(body, 101, new SpoolLimits(10, 100, folder), TestContext.Current.CancellationToken)).ShouldBeNull();
        body.Position.ShouldBe(0);
    }

    [Fact]
    public async Task A_connection_that_breaks_leaves_no_file()
    {
        await Should.ThrowAsync<IOException>(() => SpooledBody.ReadAsync(new Broken(Bytes(5000)), null, new SpoolLimits(100, 10_000, folder), TestContext.Current.CancellationToken));
        Directory.EnumerateFiles(folder).ShouldBeEmpty();
    }

    private static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    private sealed class Broken(byte[] bytes) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is var count and > 0 ? count : throw new IOException("The connection was reset.");
    }
}
