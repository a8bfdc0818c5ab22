using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using System.Text.Json;
using YbPay.Sandbox.Bank;
using YbPay.Sandbox.Faults;

namespace YbPay.Sandbox.Tests.Bank;

public sealed class MerchantIsNotified : IAsyncLifetime
{
    private readonly Channel<(string Signature, byte[] Body)> _notices = Channel.CreateUnbounded<(string, byte[])>();
    private int _refusals;
    private LocalServer _merchant = null!;

    public async ValueTask InitializeAsync() => _merchant = await LocalServer.StartAsync(_ => { }, app => app.MapPost("/notify", async (HttpContext context) =>
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        await _notices.Writer.WriteAsync((context.Request.Headers["X-Bank-Signature"].ToString(), body.ToArray()));
        return Interlocked.Decrement(ref _refusals) >= 0 ? Results.StatusCode(500) : Results.Ok();
    }));

    public ValueTask DisposeAsync() => _merchant.DisposeAsync();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_paid_payment_is_told_to_the_merchant_signed(string database)
    {
        await using var bank = await BankHost.StartAsync(database);
        await PayAsync(bank);

        var (signature, body) = await NextAsync();

        signature.ShouldBe(BankHost.Sign(BankHost.Secret, "POST", "/notify", body));
        var notice = JsonElement.Parse(body);
        (notice.GetProperty("outTradeNo").GetString(), notice.GetProperty("status").GetString(), notice.GetProperty("amount").GetInt64(), notice.GetProperty("payOrdId").GetString())
            .ShouldBe(("T1", "PAID", 1234, "ORD1"));
    }

    [Fact]
    public async Task A_merchant_who_fails_is_told_again_later_even_by_a_restarted_bank()
    {
        _refusals = 2;
        await using var bank = await BankHost.StartAsync(BothDatabases.Sqlite);
        await PayAsync(bank);
        var (_, first) = await NextAsync();

        bank.Clock.Advance(TimeSpan.FromMinutes(30));
        var (_, second) = await NextAsync();
        await bank.RestartAsync();
        bank.Clock.Advance(TimeSpan.FromMinutes(30));
        var (_, third) = await NextAsync();

        second.ShouldBe(first);
        third.ShouldBe(first);
    }

    [Fact]
    public async Task A_fault_at_the_bank_refuses_and_loses_like_a_bank()
    {
        await using var bank = await BankHost.StartAsync(BothDatabases.Sqlite);
        bank.Faults.Order(new(FaultTarget.Bank, "create", FaultKind.Refuse, 1, 0));
        (await bank.PostAsync("/bank/payments", bank.Payment("T1"))).Status.ShouldBe(422);
        (await bank.GetAsync("/bank/payments/T1")).Status.ShouldBe(404);

        bank.Faults.Order(new(FaultTarget.Bank, "create", FaultKind.LostAnswer, 1, 0));
        await Should.ThrowAsync<HttpRequestException>(() => bank.PostAsync("/bank/payments", bank.Payment("T1")));
        (await bank.GetAsync("/bank/payments/T1")).Status.ShouldBe(200);
        bank.Faults.Order(new(FaultTarget.Bank, "create", FaultKind.Duplicate, 1, 0));
        (await bank.PostAsync("/bank/payments", bank.Payment("T1"))).Status.ShouldBe(200);

        await bank.Patient.MoveOrderAsync("ORD1", PatientAction.Pay, default);
        bank.Faults.Order(new(FaultTarget.Bank, "refund", FaultKind.Refuse, 1, 0));
        (await bank.PostAsync("/bank/refunds", new { outRefundNo = "R1", outTradeNo = "T1", amount = 1 })).Body.GetProperty("status").GetString().ShouldBe("REFUSED");
        (await bank.GetAsync("/bank/payments/T1")).Body.GetProperty("refunded").GetInt64().ShouldBe(0);
    }

    private async Task PayAsync(BankHost bank)
    {
        await bank.PostAsync("/bank/payments", bank.Payment("T1", notifyUrl: new Uri(_merchant.Address, "/notify").ToString()));
        await bank.Patient.MoveOrderAsync("ORD1", PatientAction.Pay, default);
    }

    private async Task<(string Signature, byte[] Body)> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await _notices.Reader.ReadAsync(patience.Token);
    }
}
