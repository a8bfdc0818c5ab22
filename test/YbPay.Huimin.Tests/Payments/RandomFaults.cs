using FsCheck;
using FsCheck.Fluent;
using YbPay.Contracts.Huimin;
using YbPay.Huimin.Tests.Hosting;
using YbPay.Sandbox.Faults;
using YbPay.Sandbox.Orders;
using YbPay.Storage;
using static YbPay.Center.Tests.Hosting.Eventually;

namespace YbPay.Huimin.Tests.Payments;

/// <summary>Payments and refunds at random under random faults: when all is quiet, platform, bank and insurer say the same. A failure prints its script.</summary>
public sealed class RandomFaults
{
    private const int Kinds = 8;

    private static readonly Arbitrary<int[]> Scripts = Arb.From(
        from length in Gen.Choose(4, 14) from steps in Gen.Choose(0, 1_000_000).ArrayOf(length) select steps,
        steps => Enumerable.Range(0, steps.Length).Select(i => (int[])[.. steps[..i], .. steps[(i + 1)..]]));

    private static readonly CreditExtension Claim = new() { TreatmentSerialNo = "V0003", SetlId = "JS0001" };

    [Theory]
    [InlineData(BothDatabases.Sqlite, 10)]
    [InlineData(BothDatabases.Postgres, 6)]
    public void In_the_end_all_three_agree(string database, int scripts) => Prop.ForAll(
        Scripts, script => Task.Run(() => LiveAsync(database, script)).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(scripts));

    private static async Task LiveAsync(string database, int[] script)
    {
        await using var host = await HuiminHost.StartAsync(database);
        await using var other = await host.StartAnotherAsync();
        TestHospital[] nodes = [host.First, other.First];
        var token = await host.First.EnrolAsync(TestPatient.Third, "V0003", "03");
        var (payments, orders) = (new List<CreditPaymentRequest>(), new List<string>());
        foreach (var step in script)
        {
            var (what, detail) = (step % Kinds, step / Kinds);
            var at = nodes[detail % 2];
            Disturb(host, detail);
            var payment = at.Payment(token, 1 + (detail % 60_000), claim: detail % 3 == 0 ? Claim : null);
            if (what < 4 || payments.Count == 0)
            {
                payments.Add(payment);
                orders.Add(payment.OrderId);
                await at.PayAsync(payment);
            }
            else if (what == 4)
            {
                await Task.WhenAll(host.First.PayAsync(payments[detail % payments.Count]), other.First.PayAsync(payments[detail % payments.Count]));
            }
            else
            {
                var of = (await at.AskTradeAsync(payments[detail % payments.Count].OrderId)).Done<QueryTradeReply>();
                var refunds = Enumerable.Range(0, what - 4).Select(_ => TestHospital.NewNumber("R")).ToList();
                var replies = await Task.WhenAll(refunds.Select((number, i) => nodes[(detail + i) % 2].RefundAsync(of.QueryId, 1 + (detail % 40_000), number)));
                orders.AddRange(refunds.Where((_, i) => replies[i].RtCode == "0000"));
            }
        }

        await QuietAsync(host);
        foreach (var order in orders)
            (await host.First.AskTradeAsync(order)).Done<QueryTradeReply>().OrderStatus.ShouldBeOneOf("02", "03", "12", "13");
        await Books.BalanceAsync(host);
        var report = await Books.CheckAsync(host);
        Books.Breaches(report).ShouldBeEmpty();
        report.IsClean.ShouldBeTrue();
        (await Books.InsurersAsync(host)).ShouldBe(await host.NumberAsync("SELECT COALESCE(SUM(amount), 0) FROM ledger_postings WHERE account LIKE 'insurer:%'"));
        (await host.NumberAsync("SELECT COUNT(*) FROM payments WHERE held <> refunded OR refunded > psn_amt")).ShouldBe(0);
        (await host.NumberAsync("SELECT COUNT(*) FROM payments")).ShouldBe(payments.Count);
        host.Log.Errors.ShouldBeEmpty();
        other.Log.Errors.ShouldBeEmpty();
    }

    /// <summary>Half of the steps go undisturbed. What cannot be taken back is left out: nobody but a human ends that.</summary>
    private static void Disturb(HuiminHost host, int detail)
    {
        switch (detail / 7 % 16)
        {
            case 0: host.Order(FaultTarget.CreditBank, "pay", FaultKind.LostAnswer); break;
            case 1: host.Order(FaultTarget.CreditBank, "refund", FaultKind.LostAnswer); break;
            case 2: host.Order(FaultTarget.CreditBank, "query", FaultKind.LostAnswer, 2); break;
            case 3: host.Order(FaultTarget.CreditBank, "pay", FaultKind.Duplicate); break;
            case 4: host.PullAtBank(LeverAction.Refuse, "PAYMENT"); break;
            case 5: host.PullAtBank(LeverAction.Refuse, "REFUND"); break;
            case 6: host.PullAtBank(LeverAction.Late, OrderLever.Any); break;
            case 7: host.Order(FaultTarget.Insurer, "settle", FaultKind.LostAnswer); break;
            case 8: host.PullAtInsurer(LeverAction.Late, "SETTLEMENT"); break;
            case 9: host.Order(FaultTarget.Insurer, "cancel", FaultKind.LostAnswer); break;
            default: break;
        }
    }

    private static async Task QuietAsync(HuiminHost host)
    {
        host.Faults.Clear();
        host.Bank.Levers.Clear();
        host.Insurer.Levers.Clear();
        await host.Bank.FinishAllAsync(default);
        host.Clock.Advance(TimeSpan.FromMinutes(10)); // what is late is due, and so is every question that was put off
        await HoldsAsync(async () => await host.NumberAsync("SELECT COUNT(*) FROM legs WHERE next_at IS NOT NULL") == 0, "no leg is open");
    }
}
