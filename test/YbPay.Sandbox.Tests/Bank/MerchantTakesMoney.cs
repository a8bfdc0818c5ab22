using System.Text;
using YbPay.Contracts;
using YbPay.Sandbox.Bank;

namespace YbPay.Sandbox.Tests.Bank;

public sealed class MerchantTakesMoney
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_payment_is_made_paid_and_refunded_in_parts_up_to_its_amount(string database)
    {
        await using var bank = await BankHost.StartAsync(database);
        var (status, created) = await bank.PostAsync("/bank/payments", bank.Payment("T1", 1000));
        status.ShouldBe(200);
        created.GetProperty("status").GetString().ShouldBe("WAIT");
        var tradeNo = created.GetProperty("tradeNo").GetString()!;
        created.GetProperty("payUrl").GetString().ShouldBe("http://bank.test/pay/" + tradeNo);
        (await StatusOf(bank, "T1")).ShouldBe("WAIT");

        (await bank.Patient.MoveOrderAsync("ORD1", PatientAction.Pay, default))!.Status.ShouldBe("PAID");
        var (_, paid) = await bank.GetAsync("/bank/payments/T1");
        (paid.GetProperty("status").GetString(), paid.GetProperty("tradeNo").GetString(), paid.GetProperty("payOrdId").GetString()).ShouldBe(("PAID", tradeNo, "ORD1"));
        paid.GetProperty("paidAt").GetInt64().ShouldBeGreaterThan(0);

        (await RefundAsync(bank, "R1", 600)).ShouldBe((200, "DONE"));
        (await RefundAsync(bank, "R2", 401)).ShouldBe((200, "REFUSED"));
        (await RefundAsync(bank, "R3", 400)).ShouldBe((200, "DONE"));
        (await RefundAsync(bank, "R4", 1)).ShouldBe((200, "REFUSED"));
        (await bank.GetAsync("/bank/payments/T1")).Body.GetProperty("refunded").GetInt64().ShouldBe(1000);
        (await bank.GetAsync("/bank/refunds/R2")).Body.GetProperty("status").GetString().ShouldBe("REFUSED");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_same_number_with_the_same_content_has_one_effect_and_one_answer(string database)
    {
        await using var bank = await BankHost.StartAsync(database);
        var payment = bank.Payment("T1");
        var first = await bank.PostAsync("/bank/payments", payment);
        (await bank.PostAsync("/bank/payments", payment)).Body.GetRawText().ShouldBe(first.Body.GetRawText());
        await bank.Patient.MoveOrderAsync("ORD1", PatientAction.Pay, default);
        (await bank.PostAsync("/bank/payments", payment)).Body.GetRawText().ShouldBe(first.Body.GetRawText());

        var refund = await bank.PostAsync("/bank/refunds", new { outRefundNo = "R1", outTradeNo = "T1", amount = 1000, reason = "退费" });
        (await bank.PostAsync("/bank/refunds", new { outRefundNo = "R1", outTradeNo = "T1", amount = 1000, reason = "退费" })).Body.GetRawText().ShouldBe(refund.Body.GetRawText());
        (await bank.GetAsync("/bank/payments/T1")).Body.GetProperty("refunded").GetInt64().ShouldBe(1000);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_same_number_with_other_content_is_a_conflict(string database)
    {
        await using var bank = await BankHost.StartAsync(database);
        await bank.PostAsync("/bank/payments", bank.Payment("T1", 1000));
        (await bank.PostAsync("/bank/payments", bank.Payment("T1", 1001))).Status.ShouldBe(409);
        await bank.Patient.MoveOrderAsync("ORD1", PatientAction.Pay, default);
        (await RefundAsync(bank, "R1", 10)).ShouldBe((200, "DONE"));
        (await bank.PostAsync("/bank/refunds", new { outRefundNo = "R1", outTradeNo = "T1", amount = 11, reason = "" })).Status.ShouldBe(409);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Many_refunds_at_once_never_give_back_more_than_was_paid(string database)
    {
        await using var bank = await BankHost.StartAsync(database);
        await bank.PostAsync("/bank/payments", bank.Payment("T1", 1000));
        await bank.Patient.MoveOrderAsync("ORD1", PatientAction.Pay, default);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => RefundAsync(bank, $"R{i / 2}", 300)));

        outcomes.ShouldAllBe(outcome => outcome.Status == 200);
        (await bank.GetAsync("/bank/payments/T1")).Body.GetProperty("refunded").GetInt64().ShouldBe(900);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_closed_payment_cannot_be_paid_and_a_paid_one_cannot_be_closed(string database)
    {
        await using var bank = await BankHost.StartAsync(database);
        await bank.PostAsync("/bank/payments", bank.Payment("T1", payOrdId: "O1"));
        await bank.PostAsync("/bank/payments", bank.Payment("T2", payOrdId: "O2"));
        await bank.Patient.MoveOrderAsync("O2", PatientAction.Pay, default);

        (await bank.PostAsync("/bank/payments/T1/close", null)).Body.GetProperty("status").GetString().ShouldBe("CLOSED");
        (await bank.PostAsync("/bank/payments/T1/close", null)).Status.ShouldBe(200);
        (await bank.Patient.MoveOrderAsync("O1", PatientAction.Pay, default)).ShouldBeNull();
        var (status, body) = await bank.PostAsync("/bank/payments/T2/close", null);
        (status, body.GetProperty("status").GetString()).ShouldBe((409, "PAID"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_was_declined_can_be_paid_until_its_time_is_over(string database)
    {
        await using var bank = await BankHost.StartAsync(database);
        await bank.PostAsync("/bank/payments", bank.Payment("T1", payOrdId: "O1"));
        await bank.PostAsync("/bank/payments", bank.Payment("T2", payOrdId: "O2"));

        (await bank.Patient.MoveOrderAsync("O1", PatientAction.Decline, default))!.Status.ShouldBe("DECLINED");
        (await StatusOf(bank, "T1")).ShouldBe("DECLINED");
        (await bank.Patient.MoveOrderAsync("O1", PatientAction.Pay, default))!.Status.ShouldBe("PAID");

        bank.Clock.Advance(TimeSpan.FromHours(2));
        (await StatusOf(bank, "T2")).ShouldBe("CLOSED");
        (await bank.Patient.MoveOrderAsync("O2", PatientAction.Pay, default)).ShouldBeNull();
        (await StatusOf(bank, "T1")).ShouldBe("PAID");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_statement_lists_the_day_in_China_with_its_totals(string database)
    {
        await using var bank = await BankHost.StartAsync(database);
        await bank.PostAsync("/bank/payments", bank.Payment("T1", 1000));
        await bank.Patient.MoveOrderAsync("ORD1", PatientAction.Pay, default);
        await RefundAsync(bank, "R1", 300);
        await RefundAsync(bank, "R2", 900); // refused: not on the statement
        var today = ChinaTime.Day(bank.Clock.GetUtcNow()).ToString("yyyy-MM-dd", null);

        var (_, statement) = await bank.GetAsync("/bank/statement?date=" + today);
        statement.GetProperty("rows").EnumerateArray().Select(row => (row.GetProperty("kind").GetString(), row.GetProperty("outNo").GetString(), row.GetProperty("amount").GetInt64()))
            .ShouldBe([("PAYMENT", "T1", 1000), ("REFUND", "R1", -300)]);
        statement.GetProperty("paymentTotal").GetInt64().ShouldBe(1000);
        statement.GetProperty("refundTotal").GetInt64().ShouldBe(-300);
        (await bank.GetAsync("/bank/statement?date=2001-01-01")).Body.GetProperty("rows").GetArrayLength().ShouldBe(0);
        (await bank.GetAsync("/bank/statement?date=01.01.2001")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Without_the_merchants_signature_nothing_is_done()
    {
        await using var bank = await BankHost.StartAsync(BothDatabases.Sqlite);
        (await bank.PostAsync("/bank/payments", bank.Payment("T1"), secret: "wrong")).Status.ShouldBe(401);
        (await bank.PostAsync("/bank/payments", bank.Payment("T1"), merchant: "M9")).Status.ShouldBe(401);
        (await bank.PostAsync("/bank/payments", bank.Payment("T1"))).Status.ShouldBe(200);
        (await bank.GetAsync("/bank/payments/T1", merchant: "M2", secret: "another secret of 16+")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("""{"outTradeNo":"T1"}""")]
    [InlineData("""{"outTradeNo":"T1","payOrdId":"O","amount":10.5,"subject":"s","expireAt":99999999999999}""")]
    [InlineData("""{"outTradeNo":"T1","payOrdId":"O","amount":0,"subject":"s","expireAt":99999999999999}""")]
    [InlineData("""{"outTradeNo":"T1","payOrdId":"O","amount":-5,"subject":"s","expireAt":99999999999999}""")]
    [InlineData("""{"outTradeNo":"T1","payOrdId":"O","amount":5,"subject":null,"expireAt":99999999999999}""")]
    [InlineData("""{"outTradeNo":"T 1","payOrdId":"O","amount":5,"subject":"s","expireAt":99999999999999}""")]
    [InlineData("""{"outTradeNo":"T1","payOrdId":"O","amount":5,"subject":"s","expireAt":1}""")]
    [InlineData("""{"outTradeNo":"T1","payOrdId":"O","amount":5,"subject":"s","expireAt":99999999999999,"notifyUrl":"javascript:alert(1)"}""")]
    [InlineData("no json")]
    public async Task A_payment_that_makes_no_sense_is_refused(string body)
    {
        await using var bank = await BankHost.StartAsync(BothDatabases.Sqlite);

        (await bank.SendAsync(HttpMethod.Post, "/bank/payments", Encoding.UTF8.GetBytes(body), BankHost.Merchant, BankHost.Secret)).Status.ShouldBe(400);
        (await bank.GetAsync("/bank/payments/T1")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_refund_of_what_the_bank_does_not_know_is_not_found()
    {
        await using var bank = await BankHost.StartAsync(BothDatabases.Sqlite);

        (await bank.PostAsync("/bank/refunds", new { outRefundNo = "R1", outTradeNo = "none", amount = 1 })).Status.ShouldBe(404);
        (await bank.GetAsync("/bank/refunds/R1")).Status.ShouldBe(404);
        (await bank.PostAsync("/bank/payments/none/close", null)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_large_body_is_refused_unread()
    {
        await using var bank = await BankHost.StartAsync(BothDatabases.Sqlite);

        (await bank.SendAsync(HttpMethod.Post, "/bank/payments", new byte[70_000], BankHost.Merchant, BankHost.Secret)).Status.ShouldBe(413);
    }

    [Fact]
    public async Task The_books_survive_a_restart()
    {
        await using var bank = await BankHost.StartAsync(BothDatabases.Sqlite);
        await bank.PostAsync("/bank/payments", bank.Payment("T1"));
        await bank.Patient.MoveOrderAsync("ORD1", PatientAction.Pay, default);

        await bank.RestartAsync();

        (await StatusOf(bank, "T1")).ShouldBe("PAID");
    }

    private static async Task<string?> StatusOf(BankHost bank, string outTradeNo) => (await bank.GetAsync("/bank/payments/" + outTradeNo)).Body.GetProperty("status").GetString();

    private static async Task<(int Status, string? State)> RefundAsync(BankHost bank, string outRefundNo, long amount)
    {
        var (status, body) = await bank.PostAsync("/bank/refunds", new { outRefundNo, outTradeNo = "T1", amount, reason = "退费" });
        return (status, body.GetProperty("status").GetString());
    }
}
