using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Polly;
using YbPay.Protocol.Huimin;

namespace YbPay.Client;

/// <summary>
/// Numbers, seals, sends and opens one message. A platformSeqId counts once at the platform and its answer is not remembered, so every
/// attempt has a new one, and only questions get another attempt.
/// </summary>
internal sealed class HuiminConnection(IHttpClientFactory clients, HuiminPartner partner, YbPayHuiminOptions options, TimeProvider time)
{
    public const string Name = "YbPay.Huimin";

    private const int LargestAnswer = 4 * 1024 * 1024;
    private const int RandomDigits = 15;

    private readonly ResiliencePipeline _retry = RetryRules.Build(options.Retries, options.RetryPause, time);

    /// <summary>The clear content of an answer with rtCode 0000; null when it has none.</summary>
    public async Task<byte[]?> SendAsync(string transCode, byte[] content, bool mayRepeat, CancellationToken cancel)
    {
        try
        {
            var body = mayRepeat
                ? await _retry.ExecuteAsync(async token => await AttemptAsync(transCode, content, token).ConfigureAwait(false), cancel).ConfigureAwait(false)
                : await AttemptAsync(transCode, content, cancel).ConfigureAwait(false);
            return Open(body);
        }
        catch (AttemptFailedException failure)
        {
            var mayHaveArrived = failure.InnerException is not HttpRequestException broken || RetryRules.MayHaveArrived(broken);
            throw new YbPayException(failure.Message, failure.InnerException) { MayRetry = true, OutcomeUnknown = mayHaveArrived };
        }
    }

    private async Task<byte[]> AttemptAsync(string transCode, byte[] content, CancellationToken cancel)
    {
        using var limited = new CancellationTokenSource(options.AttemptTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel, limited.Token);
        using var message = new ByteArrayContent(Seal(transCode, content));
        message.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        try
        {
            using var client = clients.CreateClient(Name);
            client.MaxResponseContentBufferSize = LargestAnswer;
            using var answer = await client.PostAsync(new Uri(options.BaseUrl!.ToString().TrimEnd('/') + "/huimin/api"), message, both.Token).ConfigureAwait(false);
            if (RetryRules.IsPassing(answer.StatusCode)) throw new AttemptFailedException($"惠民平台暂不可用（HTTP {(int)answer.StatusCode}）", null, null);
            if (!answer.IsSuccessStatusCode) throw new YbPayException($"惠民平台返回 HTTP {(int)answer.StatusCode}") { OutcomeUnknown = answer.StatusCode >= HttpStatusCode.InternalServerError };
            return await answer.Content.ReadAsByteArrayAsync(both.Token).ConfigureAwait(false);
        }
        catch (HttpRequestException failure)
        {
            throw new AttemptFailedException("无法连接惠民平台，或连接中断", failure, null);
        }
        catch (OperationCanceledException late) when (!cancel.IsCancellationRequested)
        {
            throw new AttemptFailedException("惠民平台未在时限内应答，结果未知", late, null);
        }
    }

    private byte[] Seal(string transCode, byte[] content)
    {
        var now = time.GetUtcNow();
        var number = now.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture) + RandomNumberGenerator.GetHexString(RandomDigits);
        return HuiminEnvelope.SealRequest(partner.Keys, HuiminHead.Of(options.PlatformId, number, transCode, now), content);
    }

    private byte[]? Open(byte[] body)
    {
        var fault = HuiminEnvelope.OpenReply(partner.Keys, body, out var reply);
        return fault switch
        {
            HuiminFault.None when reply!.RtCode == "0000" => reply.Clear,
            HuiminFault.None => throw YbPayException.RefusedByPlatform(reply!.RtCode, reply.RtMsg),
            HuiminFault.NotSigned => throw YbPayException.UntrustedPlatform($"未签名的拒绝（{reply!.RtCode} {reply.RtMsg}）"),
            _ => throw YbPayException.UntrustedPlatform($"信封未通过校验（{fault}）"),
        };
    }
}
