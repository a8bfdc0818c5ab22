using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Sandbox.Faults;

namespace YbPay.Sandbox.Tests.Faults;

public sealed class FaultsStrikeAServer : IAsyncLifetime
{
    private readonly FaultBook _book = new();
    private readonly ConcurrentQueue<string> _done = new();
    private readonly SemaphoreSlim _carriedOut = new(0);
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };
    private LocalServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await LocalServer.StartAsync(
        services => services.AddSingleton(TimeProvider.System),
        app =>
        {
            app.UseFaults(_book, FaultyServers.Core);
            app.MapPost("/fsi/api/callService", async (HttpContext context) =>
            {
                var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
                context.RequestAborted.ThrowIfCancellationRequested();
                _done.Enqueue(body);
                _carriedOut.Release();
                context.Response.Headers["X-Round"] = _done.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
                await context.Response.WriteAsJsonAsync(new { infcode = 0, round = _done.Count });
            });
        });

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _carriedOut.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Without_a_fault_the_server_answers_as_ever()
    {
        _book.Order(Core("2206", FaultKind.LostAnswer));

        (await (await SendAsync()).Content.ReadAsStringAsync()).ShouldBe("""{"infcode":0,"round":1}""");
        _done.ShouldBe([Body("2207")]);
    }

    [Fact]
    public async Task A_lost_answer_is_carried_out_and_the_connection_cut()
    {
        _book.Order(Core("2207", FaultKind.LostAnswer));

        await Should.ThrowAsync<HttpRequestException>(SendAsync);
        _done.ShouldHaveSingleItem();
        (await SendAsync()).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_duplicate_is_carried_out_twice_with_the_same_body_and_the_second_answer_comes_back()
    {
        _book.Order(Core("2207", FaultKind.Duplicate));

        var answer = await SendAsync();
        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"infcode":0,"round":2}""");
        answer.Headers.GetValues("X-Round").ShouldBe(["2"]);
        _done.ShouldBe([Body("2207"), Body("2207")]);
    }

    [Fact]
    public async Task A_refusal_is_the_cores_own_and_has_no_effect()
    {
        _book.Order(Core("*", FaultKind.Refuse));

        var text = await (await SendAsync()).Content.ReadAsStringAsync();
        text.ShouldContain("[REFUSED]");
        text.ShouldContain("-1");
        _done.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_time_out_is_carried_out_and_silent_until_the_caller_gives_up()
    {
        _book.Order(Core("2207", FaultKind.Timeout));
        using var patience = new CancellationTokenSource();
        var call = SendAsync(patience.Token);

        (await _carriedOut.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBeTrue();
        call.IsCompleted.ShouldBeFalse();
        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => call);
        _done.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_time_out_ends_by_itself_when_the_caller_never_gives_up()
    {
        _book.Order(Core("2207", FaultKind.Timeout) with { DelayMs = 50 });

        await Should.ThrowAsync<HttpRequestException>(SendAsync);
        _done.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_delayed_call_lands_though_its_caller_has_gone()
    {
        _book.Order(Core("2207", FaultKind.Delay) with { DelayMs = 1500 });
        using var patience = new CancellationTokenSource();

        var call = SendAsync(patience.Token);
        while (_book.Waiting().Any()) await Task.Yield(); // until the request has arrived and is held back
        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(call);
        _done.ShouldBeEmpty();
        (await _carriedOut.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBeTrue();
        _done.ShouldBe([Body("2207")]);
    }

    [Fact]
    public async Task A_delayed_call_answers_a_patient_caller()
    {
        _book.Order(Core("2207", FaultKind.Delay) with { DelayMs = 20 });

        (await SendAsync()).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task What_is_no_transaction_is_left_to_the_server(string body)
    {
        _book.Order(Core("*", FaultKind.LostAnswer));

        (await PostAsync(body)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static Fault Core(string transaction, FaultKind kind) => new(FaultTarget.Core, transaction, kind, 1, 0);

    private static string Body(string infno) => $$$"""{"infno":"{{{infno}}}","input":{"x":"费用"}}""";

    private Task<HttpResponseMessage> SendAsync() => SendAsync(CancellationToken.None);

    private Task<HttpResponseMessage> SendAsync(CancellationToken cancel) => PostAsync(Body("2207"), cancel);

    private Task<HttpResponseMessage> PostAsync(string body, CancellationToken cancel = default) =>
        _http.PostAsync(new Uri(_server.Address, "/fsi/api/callService"), new StringContent(body, Encoding.UTF8, "application/json"), cancel);
}
