using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using YbPay.Cryptography;
using YbPay.Protocol.Outgoing;

namespace YbPay.Huimin.Outside;

/// <summary>Another system over HTTP: JSON, amounts in fen, each request signed with HMAC-SM3 over method, path (without what follows a question mark) and body.</summary>
internal sealed class SignedJson(OutsideOptions options) : IDisposable
{
    private readonly HmacSm3 mac = new(Encoding.UTF8.GetBytes(options.Secret));
    private readonly HttpClient http = OutgoingHttp.Client(options.BaseUrl, options.Timeout);

    /// <summary>
    /// An order under a number of ours. Turned away at the door, it did nothing; a number that is used for something else (409) needs a
    /// look, and is Unknown.
    /// </summary>
    public Task<Answer<TReply>> PostAsync<TOrder, TReply>(string path, TOrder order, JsonTypeInfo<TOrder> orders, JsonTypeInfo<TReply> replies, CancellationToken cancel)
        where TReply : class =>
        SendAsync(
            HttpMethod.Post, path, JsonSerializer.SerializeToUtf8Bytes(order, orders),
            (status, body) => (int)status switch
            {
                200 => Read(body, replies),
                >= 400 and < 500 and not 409 => new Answer<TReply>.NotSent($"HTTP {(int)status}"),
                _ => new Answer<TReply>.Unknown($"HTTP {(int)status}"),
            },
            cancel);

    /// <summary>A question. Refused with code NOT_FOUND when the other side knows no such thing.</summary>
    public Task<Answer<TReply>> GetAsync<TReply>(string path, JsonTypeInfo<TReply> replies, CancellationToken cancel)
        where TReply : class =>
        SendAsync(
            HttpMethod.Get, path, [],
            (status, body) => status switch
            {
                HttpStatusCode.OK => Read(body, replies),
                HttpStatusCode.NotFound when Code(body) == "UNKNOWN" => new Answer<TReply>.Refused("NOT_FOUND", "没有该笔交易"),
                _ => new Answer<TReply>.Unknown($"HTTP {(int)status}"),
            },
            cancel);

    public void Dispose()
    {
        http.Dispose();
        mac.Dispose();
    }

    private async Task<Answer<TReply>> SendAsync<TReply>(HttpMethod method, string path, byte[] body, Func<HttpStatusCode, byte[], Answer<TReply>> read, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, path.TrimStart('/'));
        request.Headers.Add("X-Bank-Merchant", options.Merchant);
        request.Headers.Add("X-Bank-Signature", Convert.ToHexStringLower(mac.Compute([.. Encoding.UTF8.GetBytes($"{method.Method}\n{path.Split('?')[0]}\n"), .. body])));
        if (method == HttpMethod.Post) request.Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        return await OutgoingHttp.SendAsync(http, request, (response, answer) => read(response.StatusCode, answer), cancel);
    }

    private static Answer<TReply> Read<TReply>(byte[] body, JsonTypeInfo<TReply> replies)
        where TReply : class
    {
        try
        {
            return JsonSerializer.Deserialize(body, replies) is { } reply ? new Answer<TReply>.Given(reply) : new Answer<TReply>.Unknown("an empty answer");
        }
        catch (JsonException)
        {
            return new Answer<TReply>.Unknown("an answer that cannot be read");
        }
    }

    private static string? Code(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("code", out var code) ? code.ToString() : null;
        }
        catch (JsonException)
        {
            return null; // then the caller says that nobody knows
        }
    }
}
