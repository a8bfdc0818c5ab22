using Microsoft.Extensions.Options;
using YbPay.Protocol.Huimin;

namespace YbPay.Client;

/// <summary>Says everything that is wrong with the options at once, before the first request.</summary>
internal sealed class YbPayHuiminOptionsCheck : IValidateOptions<YbPayHuiminOptions>
{
    private const int MostRetries = 5;
    private const int LongestPlatformId = 32;

    public ValidateOptionsResult Validate(string? name, YbPayHuiminOptions options)
    {
        List<string> problems = [];
        if (options.BaseUrl is not { IsAbsoluteUri: true } address) problems.Add("BaseUrl is missing or not absolute.");
        else if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)) problems.Add("BaseUrl must be https (http only on loopback).");
        if (options.PlatformId.Length is 0 or > LongestPlatformId || !options.PlatformId.All(char.IsAsciiLetterOrDigit)) problems.Add($"PlatformId must have 1 to {LongestPlatformId} letters and digits.");
        if (options.Secret.Length < HuiminKeys.ShortestSecret || options.Secret.Any(c => c is < '!' or > '~')) problems.Add($"Secret must have at least {HuiminKeys.ShortestSecret} printable ASCII characters.");
        if (options.Retries is < 0 or > MostRetries) problems.Add($"Retries must be 0 to {MostRetries}.");
        if (options.AttemptTimeout <= TimeSpan.Zero) problems.Add("AttemptTimeout must be positive.");
        if (options.RetryPause < TimeSpan.Zero) problems.Add("RetryPause must not be negative.");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
