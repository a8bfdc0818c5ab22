using Microsoft.Extensions.Options;

namespace YbPay.Client;

/// <summary>Says everything that is wrong with the options at once, before the first request.</summary>
internal sealed class YbPayBureauOptionsCheck : IValidateOptions<YbPayBureauOptions>
{
    public ValidateOptionsResult Validate(string? name, YbPayBureauOptions options)
    {
        List<string> problems = [];
        if (options.BaseUrl is not { IsAbsoluteUri: true } address) problems.Add("BaseUrl is missing or not absolute.");
        else if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)) problems.Add("BaseUrl must be https (http only on loopback).");
        if (options.FixmedinsCode.Length != 12 || !options.FixmedinsCode.All(char.IsAsciiLetterOrDigit)) problems.Add("FixmedinsCode must have 12 letters and digits.");
        if (options.FixmedinsName.Length is 0 or > 20) problems.Add("FixmedinsName must have 1 to 20 characters.");
        if (options.Admdvs.Length != 6 || !options.Admdvs.All(char.IsAsciiDigit)) problems.Add("Admdvs must have 6 digits.");
        if (options.ReceiverCode.Length is 0 or > 10) problems.Add("ReceiverCode must have 1 to 10 characters.");
        if (options.Operator.Length is 0 or > 30) problems.Add("Operator must have 1 to 30 characters.");
        if (options.OperatorName.Length is 0 or > 50) problems.Add("OperatorName must have 1 to 50 characters.");
        if (options.AttemptTimeout <= TimeSpan.Zero) problems.Add("AttemptTimeout must be positive.");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
