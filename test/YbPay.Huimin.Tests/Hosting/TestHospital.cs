using System.Net.Http.Headers;
using System.Security.Cryptography;
using YbPay.Bureau;
using YbPay.Contracts;
using YbPay.Contracts.Huimin;
using YbPay.Cryptography;
using YbPay.Protocol.Huimin;
using YbPay.Sandbox.Hospital;
using YbPay.Sandbox.Hospital.Huimin;

namespace YbPay.Huimin.Tests.Hosting;

/// <summary>A reply as a hospital sees it.</summary>
internal sealed record Replied(string RtCode, string RtMsg, byte[]? Clear)
{
    public T As<T>()
        where T : Contract => HuiminJson.Read<T>(Clear ?? throw new InvalidOperationException($"No content: {RtCode} {RtMsg}"));

    /// <summary>The content of a success; anything else fails the test with the platform's own words.</summary>
    public T Done<T>()
        where T : Contract => RtCode == "0000" ? As<T>() : throw new InvalidOperationException($"{RtCode} {RtMsg}");
}

/// <summary>A hospital that speaks the envelope over HTTP.</summary>
internal sealed class TestHospital(HuiminHost host, HuiminPartnerOptions partner)
{
    public const string InternalToken = "internal token of the test";
    private static readonly HttpClient Http = new();

    public static IReadOnlyList<HuiminPartnerOptions> Partners { get; } =
    [
        new() { PlatformId = "ybp00001", Secret = "4117E877F5FA0A0188891283E4B617D5", HospitalId = "H44010000001", HospitalName = "示例市第一医院", CityCode = "440100" },
        new() { PlatformId = "ybp00002", Secret = "A5C0F3B1D29E4768A5C0F3B1D29E4768", HospitalId = "H44010000002", HospitalName = "示例市第二医院", CityCode = "440100", RefundDays = 90 },
    ];

    /// <summary>The same, called at a server of the test.</summary>
    public static IEnumerable<HuiminPartnerOptions> PartnersAt(Uri hospital) => Partners.Select(partner => new HuiminPartnerOptions
    {
        PlatformId = partner.PlatformId, Secret = partner.Secret, HospitalId = partner.HospitalId, HospitalName = partner.HospitalName, CityCode = partner.CityCode,
        RefundDays = partner.RefundDays, CallbackUrl = new Uri(hospital, $"/huimin/{partner.HospitalId}").ToString(),
    });

    /// <summary>Both hospitals as the simulated ones, whose visits are those of the sandbox.</summary>
    public static HospitalOptions Servers(TestPlace place, DateTimeOffset now, Uri? core = null)
    {
        using var key = Sm2PrivateKey.Generate();
        var (text, centre) = (key.ExportBase64(), key.PublicKey.ExportBase64());
        return new()
        {
            Database = place.Options("hospital"), MasterKey = HuiminHost.MasterKey, CenterPublicKey = centre,
            Partners = [.. Partners.Select(partner => new HospitalPartner
            {
                OrgCodg = partner.HospitalId, Name = partner.HospitalName, AppId = "0123456789ABCDEF", AppSecret = "0123456789ABCDEF0123456789ABCDEF", PrivateKey = text, Sealed = true,
            })],
            Huimin = [.. Partners.Select(partner => new HuiminHospital(partner.HospitalId, partner.HospitalName, partner.HospitalId, partner.PlatformId, partner.Secret, partner.CityCode))],
            Core = core is null ? HospitalCoreOptions.None : new(core.ToString(), "440100"),
            Visits = SeedVisits.For(BureauSeed.Default, Partners.Select(partner => partner.HospitalId), now),
        };
    }

    public HuiminHost Host => host;

    public string HospitalId => partner.HospitalId;

    public string CityCode => partner.CityCode;

    public static string NewNumber(string prefix = "N") => prefix + RandomNumberGenerator.GetHexString(18);

    /// <param name="seqId">Its own number; a new one by default.</param>
    public Task<Replied> SendAsync<TRequest>(string transCode, TRequest request, string? seqId = null)
        where TRequest : Contract => SendAsync(transCode, HuiminJson.Write(request), seqId);

    public async Task<Replied> SendAsync(string transCode, byte[] clear, string? seqId = null)
    {
        using var keys = new HuiminKeys(partner.Secret);
        var body = await PostAsync(Seal(transCode, clear, seqId));
        var fault = HuiminEnvelope.OpenReply(keys, body, out var reply);
        return reply is null ? throw new InvalidOperationException($"A reply that cannot be opened: {fault}") : new Replied(reply.RtCode, reply.RtMsg, reply.Clear);
    }

    /// <summary>A request as it goes over the wire.</summary>
    public byte[] Seal(string transCode, byte[] clear, string? seqId = null)
    {
        using var keys = new HuiminKeys(partner.Secret);
        return HuiminEnvelope.SealRequest(keys, HuiminHead.Of(partner.PlatformId, seqId ?? NewNumber(), transCode, host.Clock.GetUtcNow()), clear);
    }

    public async Task<byte[]> PostAsync(byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await Http.PostAsync(new Uri(host.Address, "/huimin/api"), content);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
