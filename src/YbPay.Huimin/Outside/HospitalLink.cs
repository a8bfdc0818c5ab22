using System.Net;
using System.Text.Json;
using YbPay.Contracts;
using YbPay.Contracts.Huimin;
using YbPay.Contracts.Tables;
using YbPay.Huimin.Partners;
using YbPay.Huimin.Running;
using YbPay.Protocol.Checking;
using YbPay.Protocol.Huimin;
using YbPay.Protocol.Outgoing;

namespace YbPay.Huimin.Outside;

/// <summary>The way to a hospital's registered address: what the hospital serves (1101, HIS00002 to HIS00004), in the same envelope and under the same secret.</summary>
internal sealed class HospitalLink(HuiminOptions options, QueryIds ids, TimeProvider clock) : IDisposable
{
    private const int LargestReply = 2 * 1024 * 1024;
    private readonly HttpClient http = Client(options.HospitalTimeout);

    /// <summary>
    /// Each request has a number of its own, also when it repeats one that was not answered. Refused is another rtCode than 0000; a reply whose seal does
    /// not hold, or that is not as its table says, is Unknown: it proves nothing.
    /// </summary>
    public async Task<Answer<TReply>> CallAsync<TRequest, TReply>(Partner partner, string transCode, TRequest request, CancellationToken cancel)
        where TRequest : Contract
        where TReply : Contract
    {
        if (partner.CallbackUrl.Length == 0) return new Answer<TReply>.NotSent("no address is registered");
        var head = HuiminHead.Of(partner.PlatformId, ids.Next(QueryIds.ToHospital), transCode, clock.GetUtcNow());
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(partner.CallbackUrl))
        {
            Content = new ByteArrayContent(HuiminEnvelope.SealRequest(partner.Keys, head, HuiminJson.Write(request))) { Headers = { ContentType = new("application/json") } },
        };
        return await OutgoingHttp.SendAsync(
            http, message, (response, body) => response.StatusCode == HttpStatusCode.OK ? Read<TReply>(partner, body) : new Answer<TReply>.Unknown($"HTTP {(int)response.StatusCode}"), cancel);
    }

    public void Dispose() => http.Dispose();

    private static HttpClient Client(TimeSpan timeout)
    {
        var client = OutgoingHttp.Client("http://registered.invalid", timeout);
        client.MaxResponseContentBufferSize = LargestReply;
        return client;
    }

    private static Answer<TReply> Read<TReply>(Partner partner, byte[] body)
        where TReply : Contract
    {
        var fault = HuiminEnvelope.OpenReply(partner.Keys, body, out var reply);
        if (fault != HuiminFault.None || reply is null) return new Answer<TReply>.Unknown($"a reply that cannot be opened: {fault}");
        if (reply.RtCode != "0000") return new Answer<TReply>.Refused(reply.RtCode, "the hospital refused");
        try
        {
            using var content = JsonDocument.Parse(reply.Clear ?? "{}"u8.ToArray());
            return CatalogueCheck.Check(Catalogue.For<TReply>(), content.RootElement).FirstOrDefault(problem => !problem.IsWarning) is { } wrong
                ? new Answer<TReply>.Unknown($"a reply that is not as printed at {wrong.Path}")
                : new Answer<TReply>.Given(HuiminJson.Read<TReply>(content.RootElement));
        }
        catch (JsonException)
        {
            return new Answer<TReply>.Unknown("a reply that is no JSON");
        }
    }
}
