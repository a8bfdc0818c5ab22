using System.Net;
using System.Text.Json;
using YbPay.Center.Partners;
using YbPay.Center.Running;
using YbPay.Protocol;
using YbPay.Protocol.MobilePay;
using YbPay.Protocol.Outgoing;

namespace YbPay.Center.Notices;

/// <summary>What a hospital answered.</summary>
/// <param name="IsZero">Its code says that the message was taken.</param>
/// <param name="Data">The business answer; Undefined when there is none.</param>
internal sealed record HospitalReply(bool IsZero, JsonElement Data)
{
    /// <summary>A text of the business answer, or null.</summary>
    public string? Text(string name) =>
        Data.ValueKind == JsonValueKind.Object && Data.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : null;
}

/// <summary>The way to a hospital's registered address: sealed or clear as it has chosen (document 6302, note 2).</summary>
internal sealed class HospitalLink(CenterBooks books, PartnerRegistry partners, IFreshness freshness) : IDisposable
{
    private readonly HttpClient _http = OutgoingHttp.Client("http://registered.invalid", books.Options.NoticeTimeout);

    /// <summary>
    /// Posts to <c>{CallbackBase}/{path}</c>. A reply that cannot be read, or whose seal does not verify, is Unknown; so is a clear one of a hospital that
    /// chose sealed messages, for anyone in between could have written it.
    /// </summary>
    public async Task<Answer<HospitalReply>> SendAsync(string orgCodg, string path, byte[] data, CancellationToken cancel)
    {
        if (partners.OfInstitution(orgCodg) is not var (partner, institution)) return new Answer<HospitalReply>.NotSent("institution not registered");
        var body = institution.SealedCallbacks ? MobileEnvelope.SealRequest(partner.Keys, data, books.Time, partner.Variant) : data;
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{institution.CallbackBase.TrimEnd('/')}/{path}"))
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } },
        };
        var answer = await OutgoingHttp.SendAsync(_http, request, cancel);
        if (answer is not Answer<(HttpStatusCode Status, byte[] Body)>.Given { Value: var (status, reply) })
            return answer.Select<HospitalReply>(_ => throw new System.Diagnostics.UnreachableException());
        if ((int)status is < 200 or > 299) return new Answer<HospitalReply>.Unknown($"HTTP {(int)status}");
        return Read(reply, partner, institution.SealedCallbacks);
    }

    public void Dispose() => _http.Dispose();

    /// <summary>A sealed reply is opened and must verify; a clear one is read as printed, with or without its data node.</summary>
    private Answer<HospitalReply> Read(byte[] reply, Partner partner, bool mustBeSealed)
    {
        try
        {
            using var outer = JsonDocument.Parse(reply);
            if (outer.RootElement.ValueKind != JsonValueKind.Object) return Unreadable;
            if (!outer.RootElement.TryGetProperty("encData", out _))
            {
                if (mustBeSealed) return new Answer<HospitalReply>.Unknown("a clear answer from a hospital that seals");
                var inside = outer.RootElement.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object ? data : outer.RootElement;
                return Given(IsZero(outer.RootElement), inside.Clone());
            }

            if (MobileEnvelope.Open(partner.Keys, reply, freshness, partner.Replies, out var opened, out _) != EnvelopeFault.None || opened is null) return Unreadable;
            if (opened.Data.Length == 0) return Given(opened.Code is null or "0", default);
            using var inner = JsonDocument.Parse(opened.Data);
            return inner.RootElement.ValueKind == JsonValueKind.Object ? Given(opened.Code is null or "0" && IsZero(inner.RootElement), inner.RootElement.Clone()) : Unreadable;
        }
        catch (JsonException)
        {
            return Unreadable;
        }
    }

    private static Answer<HospitalReply> Unreadable { get; } = new Answer<HospitalReply>.Unknown("an answer that cannot be read");

    private static Answer<HospitalReply> Given(bool isZero, JsonElement data) => new Answer<HospitalReply>.Given(new HospitalReply(isZero, data));

    private static bool IsZero(JsonElement reply) => !reply.TryGetProperty("code", out var code) || code.ToString() == "0";
}
