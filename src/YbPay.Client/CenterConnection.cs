using System.Net;
using System.Net.Http.Headers;
using Polly;

namespace YbPay.Client;

/// <summary>What came back over the wire.</summary>
internal sealed record CenterAnswer(byte[] Body, string? TraceId);

/// <summary>
/// Sends one sealed envelope, again and again unchanged where that is safe, until there is an answer. The centre answers a
/// repeated envelope with its first answer, so that a repetition has no second effect (ruling A.6).
/// </summary>
internal sealed class CenterConnection(IHttpClientFactory clients, YbPayOptions options, TimeProvider time)
{
    public const string Name = "YbPay";

    private const string TraceHeader = "X-Trace-Id";
    private const int LargestAnswer = 8 * 1024 * 1024;

    private readonly ResiliencePipeline _retry = RetryRules.Build(options, time);

    public async Task<CenterAnswer> PostAsync(string path, byte[] envelope, CancellationToken cancel)
    {
        var delivery = new Delivery();
        try
        {
            return await _retry.ExecuteAsync(async token => await AttemptAsync(path, envelope, delivery, token).ConfigureAwait(false), cancel).ConfigureAwait(false);
        }
        catch (AttemptFailedException failure)
        {
            throw new YbPayException(failure.Message, failure.InnerException) { TraceId = failure.TraceId, MayRetry = true, OutcomeUnknown = delivery.MayHaveHappened };
        }
    }

    private async Task<CenterAnswer> AttemptAsync(string path, byte[] envelope, Delivery delivery, CancellationToken cancel)
    {
        using var limited = new CancellationTokenSource(options.AttemptTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel, limited.Token);
        using var request = new HttpRequestMessage(HttpMethod.Post, Address(path)) { Content = new ByteArrayContent(envelope) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        try
        {
            using var client = clients.CreateClient(Name);
            client.MaxResponseContentBufferSize = LargestAnswer;
            using var answer = await client.SendAsync(request, both.Token).ConfigureAwait(false);
            var traceId = answer.Headers.TryGetValues(TraceHeader, out var values) ? values.FirstOrDefault() : null;
            if (RetryRules.IsPassing(answer.StatusCode))
            {
                delivery.MayHaveHappened = true;
                throw new AttemptFailedException($"支付中心暂不可用（HTTP {(int)answer.StatusCode}）", null, traceId);
            }

            if (!answer.IsSuccessStatusCode)
                throw new YbPayException($"支付中心返回 HTTP {(int)answer.StatusCode}") { TraceId = traceId, OutcomeUnknown = delivery.MayHaveHappened || answer.StatusCode >= HttpStatusCode.InternalServerError };
            return new(await answer.Content.ReadAsByteArrayAsync(both.Token).ConfigureAwait(false), traceId);
        }
        catch (HttpRequestException failure)
        {
            delivery.MayHaveHappened |= RetryRules.MayHaveArrived(failure);
            throw new AttemptFailedException("无法连接支付中心，或连接中断", failure, null);
        }
        catch (OperationCanceledException late) when (!cancel.IsCancellationRequested)
        {
            delivery.MayHaveHappened = true;
            throw new AttemptFailedException("支付中心未在时限内应答，结果未知", late, null);
        }
    }

    private Uri Address(string path) => new(options.BaseUrl!.ToString().TrimEnd('/') + "/org/local/api/hos/" + path);

    /// <summary>What is known over all attempts of one request.</summary>
    private sealed class Delivery
    {
        public bool MayHaveHappened { get; set; }
    }
}
