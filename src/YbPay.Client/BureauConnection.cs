using System.Net.Http.Headers;
using System.Text.Json;
using YbPay.Protocol.Fsi;

namespace YbPay.Client;

/// <summary>Sends one FSI message and reads its answer. Nothing is repeated here: at a core a msgid counts once.</summary>
internal sealed class BureauConnection(IHttpClientFactory clients, YbPayBureauOptions options, TimeProvider time)
{
    public const string Name = "YbPay.Bureau";

    private const int LargestAnswer = 8 * 1024 * 1024;
    private static readonly JsonElement Empty = JsonDocument.Parse("{}").RootElement;

    /// <summary>The output of a transaction that succeeded; an empty object where the core gives none.</summary>
    public async Task<JsonElement> SendAsync(FsiHead head, byte[] input, CancellationToken cancel)
    {
        var reply = FsiEnvelope.ReadReply(await PostAsync(FsiEnvelope.WriteRequest(head, input), cancel).ConfigureAwait(false))
            ?? throw YbPayException.UntrustedCore("不是医保核心的应答报文");
        return reply.Infcode == 0 ? reply.Output ?? Empty : throw YbPayException.RefusedByCore(reply.ErrMsg);
    }

    private async Task<byte[]> PostAsync(byte[] message, CancellationToken cancel)
    {
        using var limited = new CancellationTokenSource(options.AttemptTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel, limited.Token);
        using var content = new ByteArrayContent(message);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        try
        {
            using var client = clients.CreateClient(Name);
            client.MaxResponseContentBufferSize = LargestAnswer;
            using var answer = await client.PostAsync(new Uri(options.BaseUrl!.ToString().TrimEnd('/') + "/fsi/api/callService"), content, both.Token).ConfigureAwait(false);
            if (!answer.IsSuccessStatusCode) throw YbPayException.UntrustedCore($"HTTP {(int)answer.StatusCode}");
            return await answer.Content.ReadAsByteArrayAsync(both.Token).ConfigureAwait(false);
        }
        catch (HttpRequestException failure)
        {
            throw new YbPayException("无法连接医保核心，或连接中断", failure) { MayRetry = true, OutcomeUnknown = RetryRules.MayHaveArrived(failure) };
        }
        catch (OperationCanceledException late) when (!cancel.IsCancellationRequested)
        {
            throw new YbPayException("医保核心未在时限内应答，结果未知", late) { MayRetry = true, OutcomeUnknown = true };
        }
    }
}
