using System.Net;
using Polly;
using Polly.Retry;

namespace YbPay.Client;

/// <summary>An attempt that ended without an answer; the next one may fare better.</summary>
internal sealed class AttemptFailedException(string message, Exception? inner, string? traceId) : Exception(message, inner)
{
    public string? TraceId { get; } = traceId;
}

/// <summary>When the same envelope is sent again: never after an answer, and never past the time in which the centre remembers it.</summary>
internal static class RetryRules
{
    /// <summary>An envelope is accepted, and known again, for five minutes after its stamp; a minute is left for clocks that differ.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(4);

    public static ResiliencePipeline Build(YbPayOptions options, TimeProvider time)
    {
        if (options.Retries == 0) return ResiliencePipeline.Empty;
        var fitting = (int)Math.Min(options.Retries, Math.Max(0, (Window / options.AttemptTimeout) - 1));
        return Build(fitting, options.RetryPause, time);
    }

    /// <summary>For attempts that are messages of their own, each with its own number and time.</summary>
    public static ResiliencePipeline Build(int retries, TimeSpan pause, TimeProvider time)
    {
        if (retries == 0) return ResiliencePipeline.Empty;
        return new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<AttemptFailedException>(),
                MaxRetryAttempts = retries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = pause,
                MaxDelay = TimeSpan.FromSeconds(5),
                UseJitter = true,
            })
            .Build();
    }

    /// <summary>A gateway's word between us and the centre, not the centre's.</summary>
    public static bool IsPassing(HttpStatusCode status) => status is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    /// <summary>False only when the connection was never made.</summary>
    public static bool MayHaveArrived(HttpRequestException failure) => failure.HttpRequestError is not (
        HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError);
}
