using System.Net;
using System.Net.Sockets;
using System.Text;
using YbPay.Cli.Bench.Load;

namespace YbPay.Cli.Bench.Cashier;

/// <summary>What came back: the page, or where it leads and with which cookie.</summary>
internal sealed record PhoneAnswer(HttpStatusCode Status, string Page, string? Location, string? Cookie);

/// <summary>
/// A patient's phone with a loopback address of its own: the centre counts how often one address asks. It follows nothing and
/// keeps no cookie by itself, so that every request is counted where it belongs.
/// </summary>
internal sealed class CashierPhone : IDisposable
{
    private readonly HttpClient _http;
    private long _received;

    /// <param name="number">From 0 to 59,999.</param>
    public CashierPhone(int number)
    {
        var from = new IPEndPoint(new IPAddress([127, 1, (byte)(1 + (number / 250)), (byte)(1 + (number % 250))]), 0);
        _http = new HttpClient(new SocketsHttpHandler
        {
            UseCookies = false, AllowAutoRedirect = false, UseProxy = false, AutomaticDecompression = DecompressionMethods.None, ConnectCallback = (context, cancel) => ConnectAsync(from, context, cancel),
        })
        {
            Timeout = TimeSpan.FromSeconds(30),
        };
    }

    /// <summary>Bytes that came in over all connections so far, heads included.</summary>
    public long Received => Interlocked.Read(ref _received);

    public Task<PhoneAnswer> GetAsync(string address, string? cookie, CancellationToken cancel) => SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(address)), cookie, cancel);

    public Task<PhoneAnswer> PostAsync(string address, string? cookie, string form, CancellationToken cancel) => SendAsync(
        new HttpRequestMessage(HttpMethod.Post, new Uri(address)) { Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded") }, cookie, cancel);

    public void Dispose() => _http.Dispose();

    private async Task<PhoneAnswer> SendAsync(HttpRequestMessage request, string? cookie, CancellationToken cancel)
    {
        using (request)
        {
            if (cookie is not null) request.Headers.Add("Cookie", cookie);
            try
            {
                using var answer = await _http.SendAsync(request, cancel);
                var set = answer.Headers.TryGetValues("Set-Cookie", out var values) ? values.First().Split(';')[0] : null;
                return new PhoneAnswer(answer.StatusCode, await answer.Content.ReadAsStringAsync(cancel), answer.Headers.Location?.OriginalString, set);
            }
            catch (TaskCanceledException) when (!cancel.IsCancellationRequested)
            {
                throw new BenchFailedException("no answer within 30 s");
            }
        }
    }

    private async ValueTask<Stream> ConnectAsync(IPEndPoint from, SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Bind(from);
            await socket.ConnectAsync(context.DnsEndPoint, cancel);
            return new CountedStream(new NetworkStream(socket, ownsSocket: true), count => Interlocked.Add(ref _received, count));
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
