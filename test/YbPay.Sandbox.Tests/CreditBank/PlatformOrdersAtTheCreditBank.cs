using YbPay.Bureau;
using static YbPay.Sandbox.Tests.CreditBank.CreditHost;

namespace YbPay.Sandbox.Tests.CreditBank;

/// <summary>Accounts, agreements, payments and refunds: each number once, never more than there is.</summary>
public sealed class PlatformOrdersAtTheCreditBank
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_person_has_the_accounts_of_the_seed_and_nobody_else_any(string database)
    {
        await using var host = await StartAsync(database);

        var accounts = await host.AccountsAsync(Chen);
        accounts.Select(account => Text(account, "accType")).ShouldBe(["01", "02", "03", "04"]);
        foreach (var account in accounts) Text(account, "label").ShouldEndWith($"（****{Text(account, "accountNo")[^4..]}）");
        (await host.AccountsAsync(BureauSeed.Default.Persons[4])).ShouldBeEmpty(); // a child
        (await host.AccountsAsync(Chen, name: "别人")).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_agreement_is_the_holders_only(string database)
    {
        await using var host = await StartAsync(database);
        var account = await host.AccountAsync(Chen, "01");

        var agreed = await host.AgreeAsync("A1", Chen, account);
        (Text(agreed, "status"), Text(agreed, "accType"), Text(agreed, "card")).ShouldBe(("DONE", "01", "****" + account[^4..]));
        Text(await host.AgreeAsync("A1", Chen, account), "agreementNo").ShouldBe(Text(agreed, "agreementNo"));
        var stranger = await host.AgreeAsync("A2", Lin, account);
        (Text(stranger, "status"), Text(stranger, "message"), stranger.GetProperty("agreementNo").ValueKind).ShouldBe(("REFUSED", "账户不存在或与持有人不符", System.Text.Json.JsonValueKind.Null));
        Text(await host.AgreeAsync("A3", Chen, "6200"), "status").ShouldBe("REFUSED");
        (await host.PostAsync("/credit/agreements", new { number = "A1", idNo = Lin.CertNo.Reveal(), name = Lin.Name.Reveal(), accountNo = account })).Status.ShouldBe(409);
        Text(await host.PayAsync("P1", "A-unknown", 100), "message").ShouldBe("没有这份签约");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_payment_has_one_effect_however_often_it_comes(string database)
    {
        await using var host = await StartAsync(database);
        var (agreement, account) = (await host.AgreedAsync(Chen, "01"), await host.AccountAsync(Chen, "01"));

        for (var times = 0; times < 3; times++) Text(await host.PayAsync("P1", agreement, 700_000), "status").ShouldBe("DONE");
        (await host.PostAsync("/credit/payments", new { number = "P1", agreementNo = agreement, amount = 700_001, purpose = "O1" })).Status.ShouldBe(409);
        (await host.PostAsync("/credit/refunds", new { number = "P1", payment = "P1", amount = 700_000, purpose = "O1" })).Status.ShouldBe(409);
        (await host.AvailableAsync(account)).ShouldBe(5_000_000 - 700_000);
        Text(await host.OrderAsync("P1"), "kind").ShouldBe("PAYMENT");
        (await host.GetAsync("/credit/orders/P9")).Status.ShouldBe(404);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_an_account_has_not_is_refused_for_good(string database)
    {
        await using var host = await StartAsync(database);
        var (account, line) = (await host.AgreedAsync(Chen, "04"), await host.AgreedAsync(Chen, "03"));

        Text(await host.PayAsync("P1", account, 35_681), "message").ShouldBe("账户余额不足");
        Text(await host.PayAsync("P2", line, 2_000_001), "message").ShouldBe("可用额度不足");
        Text(await host.PayAsync("P3", line, 2_000_000), "status").ShouldBe("DONE");
        await host.RefundAsync("R3", "P3", 2_000_000);
        Text(await host.PayAsync("P2", line, 2_000_001), "status").ShouldBe("REFUSED");
        (await host.PostAsync("/credit/payments", new { number = "P4", agreementNo = line, amount = 0, purpose = "O1" })).Status.ShouldBe(400);
        (await host.PostAsync("/credit/payments", new { number = "P4", agreementNo = line, amount = 100_000_000_000, purpose = "O1" })).Status.ShouldBe(400);
        (await host.PostAsync("/credit/payments", new { number = "P4", amount = 1, purpose = "O1" })).Status.ShouldBe(400);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Partial_refunds_never_exceed_the_payment_not_even_all_at_once(string database)
    {
        await using var host = await StartAsync(database);
        var (agreement, account) = (await host.AgreedAsync(Chen, "01"), await host.AccountAsync(Chen, "01"));
        await host.PayAsync("P1", agreement, 1000);

        var refunds = await Task.WhenAll(Enumerable.Range(0, 8).Select(part => host.RefundAsync($"R{part}", "P1", 300)));

        refunds.Count(refund => Text(refund, "status") == "DONE").ShouldBe(3);
        refunds.Where(refund => Text(refund, "status") == "REFUSED").ShouldAllBe(refund => Text(refund, "message") == "退款金额超过可退金额");
        (await host.AvailableAsync(account)).ShouldBe(5_000_000 - 100);
        Text(await host.RefundAsync("R9", "P1", 100), "status").ShouldBe("DONE");
        Text(await host.RefundAsync("R10", "P9", 100), "message").ShouldBe("没有这笔支付");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_credit_cards_coupon_takes_part_of_the_payment_and_its_share_of_a_refund(string database)
    {
        await using var host = await StartAsync(database);
        var (agreement, account) = (await host.AgreedAsync(Lin, "02"), await host.AccountAsync(Lin, "02")); // 满1000减50, once

        (await host.PayAsync("P1", agreement, 99_999)).GetProperty("discount").GetInt64().ShouldBe(0);
        var paid = await host.PayAsync("P2", agreement, 100_000);
        (paid.GetProperty("discount").GetInt64(), Text(paid, "coupon")).ShouldBe((5000, "满1000减50"));
        (await host.PayAsync("P3", agreement, 100_000)).GetProperty("discount").GetInt64().ShouldBe(0); // it was the only one
        (await host.AvailableAsync(account)).ShouldBe(1_000_000 - 99_999 - 95_000 - 100_000);

        await host.RefundAsync("R1", "P2", 50_000);
        (await host.AvailableAsync(account)).ShouldBe(1_000_000 - 99_999 - 47_500 - 100_000);
        await host.RefundAsync("R2", "P2", 50_000);
        (await host.AvailableAsync(account)).ShouldBe(1_000_000 - 99_999 - 100_000);
    }

    [Fact]
    public void Parts_of_a_discounted_payment_add_up_to_what_was_paid()
    {
        foreach (var (payment, discount) in (ValueTuple<long, long>[])[(1000, 1), (99_999_999_999, 333), (7, 6), (1, 0), (3, 3)])
        {
            long refunded = 0, back = 0;
            while (refunded < payment)
            {
                var part = Math.Min(payment / 3 + 1, payment - refunded);
                var given = Sandbox.CreditBank.CreditRules.GivenBack(payment, discount, refunded, part);
                given.ShouldBeInRange(0, part);
                (refunded, back) = (refunded + part, back + given);
            }

            back.ShouldBe(payment - discount);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_statement_has_what_was_done_and_nothing_else(string database)
    {
        await using var host = await StartAsync(database);
        var agreement = await host.AgreedAsync(Chen, "02");
        var from = host.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        await host.PayAsync("P1", agreement, 60_000);
        await host.RefundAsync("R1", "P1", 10_000);
        await host.RefundAsync("R2", "P1", 60_000);
        host.Clock.Advance(TimeSpan.FromDays(1));
        await host.PayAsync("P2", agreement, 1);

        var (_, statement) = await host.GetAsync($"/credit/statement?from={from}&to={from + 3_600_000}");

        statement.GetProperty("rows").EnumerateArray().Select(row => (Text(row, "kind"), Text(row, "number"), Text(row, "payment"), row.GetProperty("amount").GetInt64(), row.GetProperty("discount").GetInt64(), Text(row, "accType")))
            .ShouldBe([("PAYMENT", "P1", "P1", 60_000, 2000, "02"), ("REFUND", "R1", "P1", -10_000, 0, "02")]);
        (statement.GetProperty("paymentTotal").GetInt64(), statement.GetProperty("refundCount").GetInt32()).ShouldBe((60_000, 1));
        (await host.GetAsync("/credit/statement?from=yesterday&to=1")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_wrong_signature_is_turned_away_and_a_restart_keeps_the_books()
    {
        await using var host = await StartAsync(BothDatabases.Sqlite);
        var (agreement, account) = (await host.AgreedAsync(Chen, "01"), await host.AccountAsync(Chen, "01"));
        (await host.SendAsync(HttpMethod.Post, "/credit/accounts", "{}"u8.ToArray(), "another secret of 16+")).Status.ShouldBe(401);
        await host.PayAsync("P1", agreement, 4_000_000);

        await host.RestartAsync();

        (await host.AvailableAsync(account)).ShouldBe(1_000_000);
        Text(await host.PayAsync("P1", agreement, 4_000_000), "status").ShouldBe("DONE");
    }
}
