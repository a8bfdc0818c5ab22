using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using YbPay.Cryptography;
using YbPay.Protocol.MobilePay;
using YbPay.Sandbox.Plan;

namespace YbPay.Interop.Tests.Hosting;

/// <summary>A hospital that sends whatever it likes, byte by byte.</summary>
internal sealed class RawHospital : IDisposable
{
    public const string Base = "/org/local/api/hos/";
    private readonly World _world;
    private readonly HttpClient _http;

    public RawHospital(World world, int index)
    {
        _world = world;
        OrgCodg = SandboxPlan.Institutions[index].OrgCodg;
        Secrets = world.Plan.Secrets.Partners[OrgCodg];
        Keys = KeysWith(Secrets.AppId, Secrets.AppSecret, Secrets.PrivateKey);
        _http = new HttpClient { BaseAddress = new Uri(world.Plan.Addresses.Center) };
    }

    public string OrgCodg { get; }

    public PartnerSecrets Secrets { get; }

    public MobileKeys Keys { get; }

    public MobileKeys KeysWith(string appId, string appSecret, string privateKey) =>
        new(appId, appSecret, Sm2PrivateKey.Parse(privateKey), Sm2PublicKey.Parse(_world.Plan.Secrets.CenterPublicKey));

    public byte[] Seal(string data, TimeSpan late = default) => MobileEnvelope.SealRequest(Keys, Encoding.UTF8.GetBytes(data), _world.Clock.GetUtcNow() - late);

    public byte[] Seal(JsonObject data, TimeSpan late = default) => Seal(data.ToJsonString(Told.Plain), late);

    /// <summary>The answer's text, which never shows how the centre is built.</summary>
    public async Task<string> PostAsync(string path, HttpContent content)
    {
        content.Headers.ContentType = new("application/json");
        using var answer = await _http.PostAsync(Base + path, content);
        var text = await answer.Content.ReadAsStringAsync();
        foreach (var inner in (string[])["   at ", "Exception", "YbPay.", "System.", ".cs:"]) text.ShouldNotContain(inner);
        return text;
    }

    public async Task<string> PostAsync(string path, byte[] envelope)
    {
        using var content = new ByteArrayContent(envelope);
        return await PostAsync(path, content);
    }

    /// <summary>Seals, sends and opens what comes back; fails unless the centre signed it.</summary>
    public async Task<Told> AskAsync(string path, JsonObject data)
    {
        var answer = Encoding.UTF8.GetBytes(await PostAsync(path, Seal(data)));
        MobileEnvelope.Open(Keys, answer, new SandboxFresh(_world.Clock), null, out var opened).ShouldBe(EnvelopeFault.None, Encoding.UTF8.GetString(answer));
        var body = opened!.Data.Length == 0 ? [] : JsonNode.Parse(opened.Data)!.AsObject();
        return new Told(opened.Code!, opened.Message!, body);
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path) => _http.SendAsync(new HttpRequestMessage(method, path));

    public void Dispose()
    {
        _http.Dispose();
        Keys.Dispose();
    }

    private sealed class SandboxFresh(TimeProvider clock) : IFreshness
    {
        public bool Accepts(DateTimeOffset timestamp) => (clock.GetUtcNow() - timestamp).Duration() < TimeSpan.FromMinutes(5);
    }
}

/// <summary>A business answer.</summary>
internal sealed record Told(string Code, string Message, JsonObject Data)
{
    public static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
