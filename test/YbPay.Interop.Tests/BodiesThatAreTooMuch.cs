using System.Net;
using System.Net.Sockets;
using System.Text;
using YbPay.Interop.Tests.Hosting;

namespace YbPay.Interop.Tests;

/// <summary>Bytes that are sent to hurt: the centre answers briefly, stores nothing and goes on answering others.</summary>
public sealed class BodiesThatAreTooMuch : IClassFixture<World>, IDisposable
{
    private readonly World _world;
    private readonly RawHospital _hospital;

    public BodiesThatAreTooMuch(World world) => (_world, _hospital) = (world, new RawHospital(world, 0));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fifty_megabytes_are_refused_unread(bool tellsLength)
    {
        var before = await CenterRows.CountAsync(_world);
        using var content = new Filler(50 * 1024 * 1024, tellsLength);
        (await _hospital.PostAsync("uldFeeInfo", content)).ShouldContain("\"code\":1001");
        (await CenterRows.CountAsync(_world)).ShouldBe(before);
        await StillAnswersAsync();
    }

    [Fact]
    public async Task Half_sent_bodies_and_garbage_leave_the_centre_answering()
    {
        var slow = new List<TcpClient>();
        try
        {
            for (var i = 0; i < 50; i++) slow.Add(await HalfSentAsync());
            var random = new Random(7);
            await Task.WhenAll(Enumerable.Range(0, 100).Select(async i =>
            {
                var garbage = new byte[random.Next(1, 20_000)];
                lock (random) random.NextBytes(garbage);
                (await _hospital.PostAsync("uldFeeInfo", garbage)).ShouldContain("\"code\":1002");
            }));
            await StillAnswersAsync();
        }
        finally
        {
            slow.ForEach(client => client.Dispose());
        }

        await StillAnswersAsync();
    }

    [Theory]
    [InlineData("GET", "/org/local/api/hos/uldFeeInfo", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "/org/local/api/hos/pay_order", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/org/local/api/hos/unknown", HttpStatusCode.NotFound)]
    [InlineData("GET", "/", HttpStatusCode.NotFound)]
    [InlineData("GET", "/../../etc/passwd", HttpStatusCode.NotFound)]
    [InlineData("POST", "/internal/vouchers", HttpStatusCode.NotFound)]
    [InlineData("GET", "/internal/books", HttpStatusCode.NotFound)]
    public async Task Other_methods_and_paths_get_a_bare_status(string method, string path, HttpStatusCode status)
    {
        using var answer = await _hospital.SendAsync(new HttpMethod(method), path);
        answer.StatusCode.ShouldBe(status);
        (await answer.Content.ReadAsStringAsync()).ShouldBeEmpty();
        answer.Headers.Contains("Server").ShouldBeFalse();
    }

    public void Dispose() => _hospital.Dispose();

    private async Task StillAnswersAsync()
    {
        var told = await _hospital.AskAsync("uldFeeInfo", await _world.BillAsync(_hospital, _world.File.Persons[0])).WaitAsync(TimeSpan.FromSeconds(10));
        told.Code.ShouldBe("0", told.Message);
    }

    private async Task<TcpClient> HalfSentAsync()
    {
        var center = new Uri(_world.Plan.Addresses.Center);
        var client = new TcpClient();
        await client.ConnectAsync(center.Host, center.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {RawHospital.Base}uldFeeInfo HTTP/1.1\r\nHost: {center.Authority}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{{\"appId\""));
        return client;
    }

    /// <summary>A body of one letter, many times over.</summary>
    private sealed class Filler(long length, bool tellsLength) : HttpContent
    {
        private static readonly byte[] Piece = [.. Enumerable.Repeat((byte)'a', 64 * 1024)];

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            for (var sent = 0L; sent < length; sent += Piece.Length) await stream.WriteAsync(Piece);
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = tellsLength ? length : 0;
            return tellsLength;
        }
    }
}
