using System.Text.Json;
using System.Text.Json.Nodes;
using YbPay.Contracts;
using YbPay.Protocol;
using YbPay.Protocol.Outgoing;

namespace YbPay.Center.Cash.WeChat;

/// <summary>Who is at the page, as WeChat knows him under our app: its login without a question (snsapi_base), OAuth 2.</summary>
internal sealed class WeChatUsers(WeChatOptions options) : IDisposable
{
    private readonly HttpClient _http = OutgoingHttp.Client(options.UserUrl, options.Timeout);

    /// <summary>Where the browser goes to come back with a code.</summary>
    public string LoginAt(string comeBackTo, string state) =>
        $"{options.LoginUrl}?appid={Uri.EscapeDataString(options.AppId)}&redirect_uri={Uri.EscapeDataString(comeBackTo)}&response_type=code&scope=snsapi_base&state={Uri.EscapeDataString(state)}#wechat_redirect";

    /// <summary>The openid behind a code; a code is good once and for five minutes.</summary>
    public Task<Answer<Personal>> OpenIdAsync(string code, CancellationToken cancel)
    {
        var query = $"sns/oauth2/access_token?appid={Uri.EscapeDataString(options.AppId)}&secret={Uri.EscapeDataString(options.AppSecret)}&code={Uri.EscapeDataString(code)}&grant_type=authorization_code";
        return OutgoingHttp.SendAsync(_http, new HttpRequestMessage(HttpMethod.Get, query), Read, cancel);
    }

    public void Dispose() => _http.Dispose();

    private static Answer<Personal> Read(HttpResponseMessage response, byte[] body)
    {
        try
        {
            if (JsonNode.Parse(body) is not JsonObject reply) return new Answer<Personal>.Unknown("a reply that is no object");
            var read = new WeChatReply(reply, null);
            return read.Text("openid") is { Length: > 0 } openId
                ? new Answer<Personal>.Given(new(openId))
                : new Answer<Personal>.Refused(reply["errcode"]?.ToJsonString() ?? "", "微信未识别用户");
        }
        catch (JsonException)
        {
            return new Answer<Personal>.Unknown("a reply that is no JSON");
        }
    }
}
