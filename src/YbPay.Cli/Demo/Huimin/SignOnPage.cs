using System.Net;
using System.Text.RegularExpressions;

namespace YbPay.Cli.Demo.Huimin;

/// <summary>The signing page as a patient's browser meets it: opened, its form filled as it asks, sent, and what it leads to read.</summary>
internal sealed partial class SignOnPage : IDisposable
{
    private readonly HttpClient _browser = new() { Timeout = TimeSpan.FromSeconds(20) };

    public void Dispose() => _browser.Dispose();

    /// <summary>The accounts that the page offers, as it names them.</summary>
    public IReadOnlyList<string> Offered { get; private set; } = [];

    /// <summary>The title of the page on which the patient ends.</summary>
    /// <param name="account">The beginning of the account's name on the page.</param>
    /// <param name="ending">The last characters of the identity number, by which the patient proves himself.</param>
    public async Task<string> SignAsync(string address, string account, string ending, CancellationToken cancel)
    {
        var page = await _browser.GetStringAsync(new Uri(address), cancel);
        var choices = Choice().Matches(page).Select(choice => (Value: choice.Groups[1].Value, Label: WebUtility.HtmlDecode(choice.Groups[2].Value))).ToList();
        Offered = [.. choices.Select(choice => choice.Label)];
        var chosen = choices.FirstOrDefault(choice => choice.Label.StartsWith(account, StringComparison.Ordinal)).Value ?? throw new DemoFailedException($"签约页没有提供“{account}”");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["account"] = chosen, ["consent"] = "yes", ["ending"] = ending });
        using var answer = await _browser.PostAsync(new Uri(address), form, cancel); // its redirect is followed, as a browser does
        return Title().Match(await answer.Content.ReadAsStringAsync(cancel)).Groups[1].Value;
    }

    [GeneratedRegex("""type="radio" name="account" value="(\d+)"[^>]*><span>([^<]*)</span>""")]
    private static partial Regex Choice();

    [GeneratedRegex("<title>([^<]*)</title>")]
    private static partial Regex Title();
}
