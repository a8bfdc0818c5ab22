using System.Net;
using System.Text.RegularExpressions;

namespace YbPay.Huimin.Tests.Hosting;

/// <summary>A phone at the signing page: no script, no cookies.</summary>
internal sealed partial class SigningPage(string address) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public string Address => address;

    public async Task<string> OpenAsync() => (await SeeAsync()).Html;

    public async Task<(int Status, string Html)> SeeAsync()
    {
        using var answer = await http.GetAsync(new Uri(address));
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async Task<HttpResponseMessage> RawAsync() => await http.GetAsync(new Uri(address));

    public async Task<(int Status, string Html)> SignAsync(string place, string ending, bool consents = true)
    {
        var fields = new Dictionary<string, string> { ["account"] = place, ["ending"] = ending };
        if (consents) fields["consent"] = "yes";
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await http.PostAsync(new Uri(address), form);
        if (answer.StatusCode == HttpStatusCode.SeeOther && answer.Headers.Location!.ToString() != new Uri(address).AbsolutePath) throw new InvalidOperationException("The page leads elsewhere.");
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Which choice is the account of a kind, by the words a person reads.</summary>
    public string PlaceOf(string html, string accType)
    {
        var words = accType switch { "01" => "借记卡", "02" => "信用卡", "03" => "信用贷", "04" => "个人账户", _ => throw new ArgumentOutOfRangeException(nameof(accType)) };
        return Choices().Matches(html).First(choice => choice.Groups["label"].Value.Contains(words, StringComparison.Ordinal)).Groups["place"].Value;
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex("""name="account" value="(?<place>\d+)" required(?: checked)?><span>(?<label>[^<]*)</span>""")]
    private static partial Regex Choices();
}
