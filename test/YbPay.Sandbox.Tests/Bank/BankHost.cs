using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Cryptography;
using YbPay.Sandbox.Bank;
using YbPay.Sandbox.Faults;
using YbPay.Sandbox.Time;

namespace YbPay.Sandbox.Tests.Bank;

/// <summary>The bank on a port of its own, and a merchant who signs with code of its own.</summary>
internal sealed class BankHost : IAsyncDisposable
{
    public const string Merchant = "M1";
    public const string Secret = "a secret of more than 16";

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly TestPlace _place;
    private LocalServer _server;

    private BankHost(TestPlace place, LocalServer server, SandboxClock clock, FaultBook faults) => (_place, _server, Clock, Faults) = (place, server, clock, faults);

    public SandboxClock Clock { get; }

    public FaultBook Faults { get; }

    public Uri Address => _server.Address;

    public PatientDesk Patient => _server.Services.GetRequiredService<PatientDesk>();

    public static async Task<BankHost> StartAsync(string database)
    {
        var (place, clock, faults) = (TestPlace.Create(database), new SandboxClock(), new FaultBook());
        return new(place, await ListenAsync(place, clock, faults), clock, faults);
    }

    public async Task RestartAsync()
    {
        await _server.DisposeAsync();
        _server = await ListenAsync(_place, Clock, Faults);
    }

    private static Task<LocalServer> ListenAsync(TestPlace place, SandboxClock clock, FaultBook faults) => LocalServer.StartAsync(
        services => services.AddSingleton<TimeProvider>(clock).AddBank(new()
        {
            Database = place.Options("bank"), BaseUrl = "http://bank.test", Merchants = [new(Merchant, "东湖中心", Secret), new("M2", "别家", "another secret of 16+")],
        }),
        app =>
        {
            app.UseFaults(faults, FaultyServers.Bank);
            app.MapBank();
        });

    /// <summary>A payment that can be paid for an hour.</summary>
    public object Payment(string outTradeNo, long amount = 1234, string? notifyUrl = null, string? returnUrl = null, string payOrdId = "ORD1", DateTimeOffset? expires = null) => new
    {
        outTradeNo, payOrdId, amount, subject = "门诊费用 <b>", expireAt = (expires ?? DateTimeOffset.UtcNow.AddHours(1)).ToUnixTimeSeconds() / 600 * 600_000, notifyUrl, returnUrl,
    };

    public Task<(int Status, JsonElement Body)> PostAsync(string path, object? body, string merchant = Merchant, string secret = Secret) =>
        SendAsync(HttpMethod.Post, path, body is null ? [] : JsonSerializer.SerializeToUtf8Bytes(body), merchant, secret);

    public Task<(int Status, JsonElement Body)> GetAsync(string path, string merchant = Merchant, string secret = Secret) => SendAsync(HttpMethod.Get, path, [], merchant, secret);

    public async Task<(int Status, JsonElement Body)> SendAsync(HttpMethod method, string path, byte[] body, string merchant, string secret)
    {
        var address = new Uri(Address, path);
        using var request = new HttpRequestMessage(method, address);
        if (method == HttpMethod.Post)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        request.Headers.Add("X-Bank-Merchant", merchant);
        request.Headers.Add("X-Bank-Signature", Sign(secret, method.Method, address.AbsolutePath, body));
        using var answer = await _http.SendAsync(request);
        return ((int)answer.StatusCode, JsonElement.Parse(await answer.Content.ReadAsStringAsync()));
    }

    public async Task<HttpResponseMessage> PageAsync(string path, string? action = null)
    {
        using var form = new FormUrlEncodedContent([new("action", action ?? "")]);
        return action is null ? await _http.GetAsync(new Uri(Address, path)) : await _http.PostAsync(new Uri(Address, path), form);
    }

    public static string Sign(string secret, string method, string path, byte[] body)
    {
        using var key = new HmacSm3(Encoding.UTF8.GetBytes(secret));
        return Convert.ToHexStringLower(key.Compute([.. Encoding.UTF8.GetBytes(method + "\n" + path + "\n"), .. body]));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
        await _place.DisposeAsync();
    }
}
