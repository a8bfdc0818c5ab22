using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Bureau;
using YbPay.Sandbox.Faults;
using YbPay.Sandbox.Insurer;
using YbPay.Sandbox.Orders;
using YbPay.Sandbox.Tests.Bank;
using YbPay.Sandbox.Time;

namespace YbPay.Sandbox.Tests.Insurer;

/// <summary>The insurer on a port of its own, and a platform that signs with code of its own. A case rests an hour at each stage.</summary>
internal sealed class InsurerHost : IAsyncDisposable
{
    public const string Secret = "a secret of more than 16";

    private readonly HttpClient _http = new();
    private readonly TestPlace _place;
    private readonly LocalServer _server;

    private InsurerHost(TestPlace place, LocalServer server, SandboxClock clock, FaultBook faults) => (_place, _server, Clock, Faults) = (place, server, clock, faults);

    /// <summary>Holds HMB44001 (80 % above 1000.00, own costs in the catalogue only) and YLX44002 (50 %, up to 2000.00).</summary>
    public static SeedPerson Chen => BureauSeed.Default.Persons[0];

    /// <summary>Holds YLX44002 alone.</summary>
    public static SeedPerson Zhou => BureauSeed.Default.Persons[2];

    /// <summary>Is not insured.</summary>
    public static SeedPerson Huang => BureauSeed.Default.Persons[4];

    public SandboxClock Clock { get; }

    public FaultBook Faults { get; }

    public InsurerDesk Desk => _server.Services.GetRequiredService<InsurerDesk>();

    public static async Task<InsurerHost> StartAsync(string database)
    {
        var (place, clock, faults) = (TestPlace.Create(database), new SandboxClock(), new FaultBook());
        return new(place, await LocalServer.StartAsync(
            services => services.AddSingleton<TimeProvider>(clock).AddInsurer(new()
            {
                Database = place.Options("insurer"), Platform = new("P1", "惠民平台", Secret), Book = InsuranceBook.For(BureauSeed.Default), StagePause = TimeSpan.FromHours(1),
            }),
            app =>
            {
                app.UseFaults(faults, FaultyServers.Insurer);
                app.MapInsurer();
            }), clock, faults);
    }

    public void Pull(LeverAction action, string what, SeedPerson? person = null, string? caseNo = null) =>
        Desk.Levers.Pull(new(action, what, person is null ? null : Desk.PersonOf(person.CertNo.Reveal()), caseNo, 1, TimeSpan.FromMinutes(1)));

    public async Task<JsonElement> QuoteAsync(string number, SeedPerson person, long total, long basicPaid = 0, long thirdPartyPaid = 0, long? own = null) =>
        (await PostAsync("/insurer/quotes", Quote(number, person, total, basicPaid, thirdPartyPaid, own ?? total - basicPaid - thirdPartyPaid))).Body;

    public static object Quote(string number, SeedPerson person, long total, long basicPaid, long thirdPartyPaid, long own) =>
        new { number, idNo = person.CertNo.Reveal(), visitNo = "V1", setlId = "S1", total, basicPaid, thirdPartyPaid, own };

    public async Task<JsonElement> SettleAsync(string number, string quote, long amount) => (await PostAsync("/insurer/settlements", new { number, quote, amount })).Body;

    public async Task<JsonElement> CancelAsync(string number, string settlement) => (await PostAsync("/insurer/cancellations", new { number, settlement })).Body;

    public async Task<JsonElement> WithdrawAsync(string number, string caseNo) => (await PostAsync("/insurer/withdrawals", new { number, caseNo })).Body;

    public async Task<JsonElement> FileAsync(object order) => (await PostAsync("/insurer/cases", order)).Body;

    public async Task<JsonElement> CaseAsync(string caseNo) => (await GetAsync("/insurer/cases/" + caseNo)).Body;

    public async Task<JsonElement> OrderAsync(string number) => (await GetAsync("/insurer/orders/" + number)).Body;

    public static string Text(JsonElement body, string name) => body.GetProperty(name).GetString()!;

    public static long Amount(JsonElement body) => body.GetProperty("amount").GetInt64();

    public Task<(int Status, JsonElement Body)> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, JsonSerializer.SerializeToUtf8Bytes(body), Secret);

    public Task<(int Status, JsonElement Body)> GetAsync(string path) => SendAsync(HttpMethod.Get, path, [], Secret);

    public async Task<(int Status, JsonElement Body)> SendAsync(HttpMethod method, string path, byte[] body, string secret)
    {
        using var request = new HttpRequestMessage(method, new Uri(_server.Address, path));
        if (method == HttpMethod.Post) request.Content = new ByteArrayContent(body);
        request.Headers.Add("X-Bank-Merchant", "P1");
        request.Headers.Add("X-Bank-Signature", BankHost.Sign(secret, method.Method, path, body));
        using var answer = await _http.SendAsync(request);
        return ((int)answer.StatusCode, JsonElement.Parse(await answer.Content.ReadAsStringAsync()));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
        await _place.DisposeAsync();
    }
}
