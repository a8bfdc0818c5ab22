using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using YbPay.Protocol;
using YbPay.Protocol.Outgoing;

namespace YbPay.Center.Cash.WeChat;

/// <summary>A checked reply of WeChat Pay; <paramref name="Code"/> is set when it is a refusal.</summary>
internal sealed record WeChatReply(JsonObject Body, string? Code)
{
    public string? Text(string name) => Body[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public DateTimeOffset? Time(string name) => WeChatTime.Read(Text(name));

    public long? Number(string part, string name) => Body[part] is JsonObject inner && inner[name] is JsonValue value && value.TryGetValue(out long number) ? number : null;
}

/// <summary>Signed requests to WeChat Pay. A reply whose signature, serial or time is wrong is no answer: Unknown.</summary>
internal sealed class WeChatLink(WeChatOptions options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly HttpClient _http = OutgoingHttp.Client(options.BaseUrl, options.Timeout);
    private readonly WeChatKeys _keys = WeChatKeys.Open(options);

    public WeChatKeys Keys => _keys;

    public Task<Answer<WeChatReply>> SendAsync(HttpMethod method, string pathAndQuery, JsonObject? content, CancellationToken cancel) =>
        OutgoingHttp.SendAsync<WeChatReply>(_http, Request(method, pathAndQuery, content), Read, cancel);

    /// <summary>A file: signed as a request, its reply is not; the caller holds its digest from a signed one.</summary>
    public Task<Answer<byte[]>> DownloadAsync(Uri address, CancellationToken cancel) => OutgoingHttp.SendAsync<byte[]>(
        _http, Request(HttpMethod.Get, address.PathAndQuery, null),
        static (response, body) => response.IsSuccessStatusCode ? new Answer<byte[]>.Given(body) : new Answer<byte[]>.Unknown($"HTTP {(int)response.StatusCode}"), cancel);

    /// <summary>Whether WeChat made this, within five minutes of now.</summary>
    public bool IsSigned(Func<string, string?> header, ReadOnlySpan<byte> body)
    {
        if (header("Wechatpay-Timestamp") is not { } stamp || header("Wechatpay-Nonce") is not { } nonce || header("Wechatpay-Serial") is not { } serial) return false;
        if (!long.TryParse(stamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return false;
        if (Math.Abs((decimal)seconds - time.GetUtcNow().ToUnixTimeSeconds()) > (decimal)Window.TotalSeconds) return false;
        var signature = new byte[1024];
        return Convert.TryFromBase64String(header("Wechatpay-Signature") ?? "", signature, out var length)
            && _keys.Verify(serial, WeChatSignatures.ReplyText(stamp, nonce, body), signature.AsSpan(0, length));
    }

    public void Dispose()
    {
        _http.Dispose();
        _keys.Dispose();
    }

    private HttpRequestMessage Request(HttpMethod method, string pathAndQuery, JsonObject? content)
    {
        var body = content is null ? [] : System.Text.Encoding.UTF8.GetBytes(content.ToJsonString());
        var (nonce, now) = (RandomNumberGenerator.GetHexString(32), time.GetUtcNow().ToUnixTimeSeconds());
        var signature = _keys.Sign(WeChatSignatures.RequestText(method.Method, pathAndQuery, now, nonce, body));
        var request = new HttpRequestMessage(method, pathAndQuery.TrimStart('/'));
        request.Headers.TryAddWithoutValidation("Authorization", WeChatSignatures.Authorization(_keys.Scheme, options.MchId, options.SerialNo, nonce, now, signature));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.TryAddWithoutValidation("User-Agent", "YbPay");
        request.Headers.TryAddWithoutValidation("Wechatpay-Serial", _keys.SealingSerial);
        if (method == HttpMethod.Post)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new("application/json");
        }

        return request;
    }

    private Answer<WeChatReply> Read(HttpResponseMessage response, byte[] body)
    {
        if (!IsSigned(name => response.Headers.TryGetValues(name, out var values) ? values.First() : null, body)) return new Answer<WeChatReply>.Unknown("a reply that WeChat did not sign");
        try
        {
            var reply = body.Length == 0 ? [] : JsonNode.Parse(body) as JsonObject;
            if (reply is null) return new Answer<WeChatReply>.Unknown("a reply that is no object");
            return WeChatCodes.Judge(response.IsSuccessStatusCode ? new(reply, null) : new(reply, new WeChatReply(reply, null).Text("code") ?? $"HTTP_{(int)response.StatusCode}"));
        }
        catch (System.Text.Json.JsonException)
        {
            return new Answer<WeChatReply>.Unknown("a reply that is no JSON");
        }
    }
}
