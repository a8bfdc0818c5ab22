using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Cryptography;
using YbPay.Protocol.MobilePay;
using YbPay.Sandbox.Faults;
using YbPay.Sandbox.Hospital;
using YbPay.Sandbox.Time;

namespace YbPay.Sandbox.Tests.Hospital;

/// <summary>Two hospitals on a port of their own, one sealed and one clear, and the centre's keys to reach them.</summary>
internal sealed class HospitalHost : IAsyncDisposable
{
    public const string SealedOne = "H1";
    public const string ClearOne = "H2";

    private const string AppId = "43AF047BBA47FC8A1AE8EFB2AAAABBBB";
    private const string AppSecret = "4117E877F5FA0A0188891283E4B617D5";

    private readonly HttpClient _http = new();
    private readonly TestPlace _place;
    private readonly Sm2PrivateKey _centerKey = Sm2PrivateKey.Generate();
    private readonly Sm2PrivateKey _hospitalKey = Sm2PrivateKey.Generate();
    private readonly byte[] _masterKey = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private LocalServer _server = null!;

    private HospitalHost(TestPlace place)
    {
        _place = place;
        Keys = new(AppId, AppSecret, _centerKey, _hospitalKey.PublicKey);
    }

    public SandboxClock Clock { get; } = new();

    public FaultBook Faults { get; } = new();

    public MobileKeys Keys { get; }

    public HospitalWard Ward => _server.Services.GetRequiredService<HospitalWard>();

    public static async Task<HospitalHost> StartAsync(string database)
    {
        var host = new HospitalHost(TestPlace.Create(database));
        await host.ListenAsync();
        return host;
    }

    public async Task RestartAsync()
    {
        await _server.DisposeAsync();
        await ListenAsync();
    }

    private async Task ListenAsync() => _server = await LocalServer.StartAsync(
        services => services.AddSingleton<TimeProvider>(Clock).AddSingleton<IFreshness>(new SandboxFreshness(Clock)).AddHospital(new()
        {
            Database = _place.Options("hospital"),
            MasterKey = _masterKey,
            CenterPublicKey = _centerKey.PublicKey.ExportBase64(),
            Partners = [Partner(SealedOne, true), Partner(ClearOne, false)],
        }),
        app =>
        {
            app.UseFaults(Faults, FaultyServers.Hospital);
            app.MapHospital();
        });

    private HospitalPartner Partner(string orgCodg, bool isSealed) => new()
    {
        OrgCodg = orgCodg, Name = "示例医院", AppId = AppId, AppSecret = AppSecret, PrivateKey = _hospitalKey.ExportBase64(), Sealed = isSealed,
    };

    public byte[] Seal(string data, DateTimeOffset? at = null) => MobileEnvelope.SealRequest(Keys, Encoding.UTF8.GetBytes(data), at ?? DateTimeOffset.UtcNow);

    /// <summary>Posts and reads the answer's data, opened when it is sealed.</summary>
    public async Task<(bool Success, bool WasSealed)> TellAsync(string orgCodg, byte[] body, string transaction = "6302")
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await _http.PostAsync(new Uri(_server.Address, $"/hospital/{orgCodg}/{transaction}"), content);
        answer.EnsureSuccessStatusCode();
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var outer = JsonElement.Parse(bytes);
        if (!outer.TryGetProperty("signData", out _)) return (outer.GetProperty("data").GetProperty("success").GetBoolean(), false);
        MobileEnvelope.Open(Keys, bytes, AnyTime.Instance, null, out var opened).ShouldBe(EnvelopeFault.None);
        return (JsonElement.Parse(opened!.Data).GetProperty("success").GetBoolean(), true);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
        await _place.DisposeAsync();
        Keys.Dispose();
        _centerKey.Dispose();
        _hospitalKey.Dispose();
    }
}
