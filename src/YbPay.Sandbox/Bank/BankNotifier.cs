using System.Net.Http.Headers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using YbPay.Storage.Outbox;

namespace YbPay.Sandbox.Bank;

/// <summary>Wakes the notifier when something was written for it; several calls wake it once.</summary>
public sealed class BankNoticeSignal : IDisposable
{
    private readonly SemaphoreSlim _raised = new(0, 1);

    public void Raise()
    {
        lock (_raised)
            if (_raised.CurrentCount == 0) _raised.Release();
    }

    /// <summary>Until raised, or for <paramref name="longest"/>.</summary>
    public Task WaitAsync(TimeSpan longest, CancellationToken cancel) => _raised.WaitAsync(longest, cancel);

    public void Dispose() => _raised.Dispose();
}

/// <summary>Delivers the bank's outbox: tells notifyUrl that a payment is paid until it answers 2xx, by the outbox's schedule.</summary>
public sealed class BankNotifier(
    BankDatabase database, BankSignature signature, BankNoticeSignal signal, TimeProvider time, ILogger<BankNotifier> log) : BackgroundService
{
    internal const string Topic = "bank.paid";

    private const int AtOnce = 16;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // Redirects would carry a signed notice to an address that nobody registered.
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(5) };

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var delivered = await DeliverDueAsync(stoppingToken);
            if (delivered < AtOnce) await signal.WaitAsync(Pause, stoppingToken);
        }
    }

    /// <summary>One round: delivers what is due; returns how many were tried.</summary>
    private async Task<int> DeliverDueAsync(CancellationToken cancel)
    {
        var due = await database.Opened.WriteAsync(session => OutboxStore.ClaimDueAsync(session, AtOnce, Now, (long)Lease.TotalMilliseconds), cancel);
        await Task.WhenAll(due.Select(row => DeliverAsync(row, cancel)));
        return due.Count;
    }

    private async Task DeliverAsync(OutboxRow row, CancellationToken cancel)
    {
        var payment = await database.Opened.ReadAsync(session => PaymentTable.FindAsync(session, row.Receiver, row.OwnerId, Now), cancel);
        var (outcome, note) = payment?.NotifyUrl is { } address
            ? await SendAsync(new Uri(address), row, cancel)
            : (Delivery.Retry, "no address");
        await database.Opened.WriteAsync(session => OutboxStore.RecordAsync(session, row.MessageId, outcome, note, Now), cancel);
    }

    private async Task<(Delivery Outcome, string Note)> SendAsync(Uri address, OutboxRow row, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(row.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add(BankSignature.MerchantHeader, row.Receiver);
        request.Headers.Add(BankSignature.SignatureHeader, signature.Sign(row.Receiver, "POST", address.AbsolutePath, row.Body));
        try
        {
            using var answer = await _http.SendAsync(request, cancel);
            return answer.IsSuccessStatusCode ? (Delivery.Delivered, "") : (Delivery.Retry, $"HTTP {(int)answer.StatusCode}");
        }
        catch (HttpRequestException failure)
        {
            log.LogDebug(failure, "The merchant did not take notice {MessageId}.", row.MessageId);
            return (Delivery.Retry, failure.HttpRequestError.ToString());
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return (Delivery.Retry, "time-out");
        }
    }

    public override void Dispose()
    {
        _http.Dispose();
        base.Dispose();
    }
}
