using System.Net.Http.Headers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using YbPay.Storage.Outbox;
using YbPay.Storage.Workers;

namespace YbPay.Sandbox.Bank;

/// <summary>Tells notifyUrl that a payment is paid, signed, until it answers 2xx, by the outbox's schedule.</summary>
public sealed class BankNotifier(
    BankDatabase database, BankSignature signature, OutboxSignal signal, BankOptions options, TimeProvider time, ILogger<OutboxDispatcher> log)
    : IOutboxSender, IHostedService, IMeteredWorker, IDisposable
{
    internal const string Topic = "bank.paid";

    // Redirects would carry a signed notice to an address that nobody registered.
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = options.NotifyTimeout };
    private OutboxDispatcher? _dispatcher;

    public WorkMeter Work => _dispatcher?.Work ?? throw new InvalidOperationException("The bank was not started.");

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _dispatcher = new(database.Opened, this, signal, time, log);
        return _dispatcher.StartAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _dispatcher?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public async Task<Sending> SendAsync(OutboxRow row, CancellationToken cancel)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var payment = await database.Opened.ReadAsync(session => PaymentTable.FindAsync(session, row.Receiver, row.OwnerId, now), cancel);
        if (payment?.NotifyUrl is not { } notifyUrl) return new(Delivery.Retry, "no address");

        var address = new Uri(notifyUrl);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(row.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add(BankSignature.MerchantHeader, row.Receiver);
        request.Headers.Add(BankSignature.SignatureHeader, signature.Sign(row.Receiver, "POST", address.AbsolutePath, row.Body));
        using var answer = await _http.SendAsync(request, cancel);
        return answer.IsSuccessStatusCode ? new(Delivery.Delivered, "") : new(Delivery.Retry, $"HTTP {(int)answer.StatusCode}");
    }

    public void Dispose()
    {
        _dispatcher?.Dispose();
        _http.Dispose();
    }
}
