using Microsoft.Extensions.Options;
using YbPay.Cryptography;

namespace YbPay.Client;

/// <summary>Says everything that is wrong with the options at once, before the first request.</summary>
internal sealed class YbPayOptionsCheck : IValidateOptions<YbPayOptions>
{
    private const int MostRetries = 5;

    public ValidateOptionsResult Validate(string? name, YbPayOptions options)
    {
        List<string> problems = [];
        if (options.BaseUrl is not { IsAbsoluteUri: true } address) problems.Add("BaseUrl is missing or not absolute.");
        else if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)) problems.Add("BaseUrl must be https (http only on loopback).");
        if (options.AppId.Length < 16 || !options.AppId.All(char.IsAscii)) problems.Add("AppId must have at least 16 ASCII characters.");
        if (options.AppSecret.Length == 0) problems.Add("AppSecret is missing.");
        Try("PrivateKey", () => Sm2PrivateKey.Parse(options.PrivateKey).Dispose());
        Try("CenterPublicKey", () => Sm2PublicKey.Parse(options.CenterPublicKey).Dispose());
        if (options.Retries is < 0 or > MostRetries) problems.Add($"Retries must be 0 to {MostRetries}.");
        if (options.AttemptTimeout <= TimeSpan.Zero || options.AttemptTimeout > RetryRules.Window) problems.Add($"AttemptTimeout must be positive and at most {RetryRules.Window}.");
        if (options.RetryPause < TimeSpan.Zero) problems.Add("RetryPause must not be negative.");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);

        void Try(string what, Action parse)
        {
            try
            {
                parse();
            }
            catch (KeyFormatException problem)
            {
                problems.Add($"{what}: {problem.Message}");
            }
        }
    }
}
