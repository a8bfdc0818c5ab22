using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;

namespace YbPay.Client.Tests;

public sealed class ConnectionFails : IAsyncLifetime
{
    private const string Settled = """{"payOrdId":"ORD1","ordStas":"6"}""";

    private FakeCenter _center = null!;

    public async ValueTask InitializeAsync() => _center = await FakeCenter.StartAsync();

    public ValueTask DisposeAsync() => _center.DisposeAsync();

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task The_very_same_bytes_are_sent_again_until_the_centre_answers(int status)
    {
        var left = 2;
        _center.Answer = (_, _) => Task.FromResult(left-- > 0 ? (status, "<html>"u8.ToArray()) : _center.Sealed(Settled));
        await using var hospital = _center.Hospital();

        (await ClientOf(hospital).QueryOrderAsync(Requests.Query)).OrdStas.ShouldBe("6");

        _center.Received.Count.ShouldBe(3);
        _center.Received.Select(request => Convert.ToHexString(request.Body)).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_cut_connection_is_tried_again_with_the_same_bytes()
    {
        var left = 1;
        _center.Answer = (context, _) =>
        {
            if (left-- > 0) context.Abort();
            return Task.FromResult(_center.Sealed("""{"payOrdId":"ORD1","ordStas":"4","feeSumamt":1,"ownPayAmt":0,"psnAcctPay":0,"fundPay":1,"othFeeAmt":0}"""));
        };
        await using var hospital = _center.Hospital();

        (await ClientOf(hospital).PlacePaymentAsync(Requests.Pay)).OrdStas.ShouldBe("4");
        _center.Received.Select(request => Convert.ToHexString(request.Body)).Distinct().ShouldHaveSingleItem();
        _center.Received.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_silent_centre_is_a_time_out_whose_outcome_is_unknown()
    {
        _center.Answer = async (context, _) =>
        {
            var gone = new TaskCompletionSource();
            await using var watch = context.RequestAborted.Register(gone.SetResult);
            await gone.Task;
            return (200, []);
        };
        await using var hospital = _center.Hospital(options => (options.AttemptTimeout, options.Retries) = (TimeSpan.FromSeconds(1), 1));

        var late = await Should.ThrowAsync<YbPayException>(() => ClientOf(hospital).PlacePaymentAsync(Requests.Pay));

        (late.OutcomeUnknown, late.MayRetry, late.RefusalCode).ShouldBe((true, true, null));
        _center.Received.Count.ShouldBe(2);
        _center.Received.Select(request => Convert.ToHexString(request.Body)).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task When_nobody_listens_the_outcome_is_known_nothing_happened()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)closed.LocalEndpoint).Port}");
        closed.Stop();
        await using var hospital = _center.Hospital(options => options.BaseUrl = address);

        var failed = await Should.ThrowAsync<YbPayException>(() => ClientOf(hospital).PlacePaymentAsync(Requests.Pay));

        (failed.OutcomeUnknown, failed.MayRetry).ShouldBe((false, true));
    }

    [Fact]
    public async Task After_the_last_repetition_the_gateways_word_is_told_as_an_unknown_outcome()
    {
        _center.Answer = (_, _) => Task.FromResult((504, Array.Empty<byte>()));
        await using var hospital = _center.Hospital(options => options.Retries = 2);

        var failed = await Should.ThrowAsync<YbPayException>(() => ClientOf(hospital).RefundAsync(Requests.Refund));

        (failed.OutcomeUnknown, failed.TraceId).ShouldBe((true, "trace-3"));
        _center.Received.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(400, false)]
    [InlineData(404, false)]
    [InlineData(500, true)]
    public async Task Any_other_status_is_not_repeated(int status, bool unknown)
    {
        _center.Answer = (_, _) => Task.FromResult((status, Array.Empty<byte>()));
        await using var hospital = _center.Hospital();

        var failed = await Should.ThrowAsync<YbPayException>(() => ClientOf(hospital).QueryOrderAsync(Requests.Query));

        failed.OutcomeUnknown.ShouldBe(unknown);
        failed.Message.ShouldContain(status.ToString(System.Globalization.CultureInfo.InvariantCulture));
        _center.Received.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_caller_can_cancel_and_nothing_is_sent_again()
    {
        using var cancel = new CancellationTokenSource();
        _center.Answer = async (_, _) =>
        {
            await cancel.CancelAsync();
            return (503, []);
        };
        await using var hospital = _center.Hospital(options => options.Retries = 5);

        await Should.ThrowAsync<OperationCanceledException>(() => ClientOf(hospital).QueryOrderAsync(Requests.Query, cancel.Token));
        _center.Received.Count.ShouldBe(1);
    }

    private static IYbPayClient ClientOf(ServiceProvider hospital) => hospital.GetRequiredService<IYbPayClient>();
}
