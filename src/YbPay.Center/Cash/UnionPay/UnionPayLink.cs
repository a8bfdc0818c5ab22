using System.Net;
using System.Text;
using YbPay.Protocol;
using YbPay.Protocol.Outgoing;

namespace YbPay.Center.Cash.UnionPay;

/// <summary>Signed requests to the gateway. A reply that the bank did not sign, or that is about another merchant, is no answer: Unknown.</summary>
internal sealed class UnionPayLink(UnionPayOptions options, TimeProvider time) : IDisposable
{
    private readonly HttpClient _gateway = OutgoingHttp.Client(options.GatewayUrl, options.Timeout);
    private readonly HttpClient _files = OutgoingHttp.Client(options.FileUrl, options.Timeout);

    public UnionPayKeys Keys { get; } = UnionPayKeys.Open(options, time);

    /// <summary>The fields that every message carries.</summary>
    public Dictionary<string, string> Message(string txnType, string txnSubType, string bizType) => new(StringComparer.Ordinal)
    {
        ["version"] = "5.1.0", ["encoding"] = "UTF-8", ["txnType"] = txnType, ["txnSubType"] = txnSubType, ["bizType"] = bizType, ["accessType"] = "0", ["merId"] = options.MerId,
    };

    public Task<Answer<IReadOnlyDictionary<string, string>>> SendAsync(string path, IReadOnlyDictionary<string, string> fields, CancellationToken cancel) => PostAsync(_gateway, path, fields, cancel);

    public Task<Answer<IReadOnlyDictionary<string, string>>> FetchAsync(IReadOnlyDictionary<string, string> fields, CancellationToken cancel) => PostAsync(_files, "", fields, cancel);

    public void Dispose()
    {
        _gateway.Dispose();
        _files.Dispose();
        Keys.Dispose();
    }

    private Task<Answer<IReadOnlyDictionary<string, string>>> PostAsync(HttpClient client, string path, IReadOnlyDictionary<string, string> fields, CancellationToken cancel)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(Keys.Signed(fields)) };
        return OutgoingHttp.SendAsync(client, request, Read, cancel);
    }

    private Answer<IReadOnlyDictionary<string, string>> Read(HttpResponseMessage response, byte[] body)
    {
        if (response.StatusCode != HttpStatusCode.OK) return new Answer<IReadOnlyDictionary<string, string>>.Unknown($"HTTP {(int)response.StatusCode}");
        if (UnionPayText.Read(Encoding.UTF8.GetString(body)) is not { } fields || !Keys.IsBanks(fields)) return new Answer<IReadOnlyDictionary<string, string>>.Unknown("a reply that the bank did not sign");
        return fields.GetValueOrDefault("merId") == options.MerId
            ? new Answer<IReadOnlyDictionary<string, string>>.Given(fields)
            : new Answer<IReadOnlyDictionary<string, string>>.Unknown("a reply for another merchant");
    }
}
