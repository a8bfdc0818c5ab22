using YbPay.Bureau.Tests.Hosting;
using YbPay.Center.Tests.Hosting;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Wallet;
using YbPay.Sandbox.Faults;

namespace YbPay.Bureau.Tests.Accounts;

/// <summary>2208, 2305 and 2601: what accounts paid goes back to them, the last first, whatever their bank does meanwhile.</summary>
public sealed class MoneyGoesBack
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Cancelling_a_settlement_returns_the_money_in_reverse_order(string database)
    {
        await using var host = await BankedBureau.StartAsync(database);
        var patient = Patient.Of(await host.Core.SignInAsync(), 0);
        var setlId = await PaidByAllAsync(patient);
        await patient.CancelAsync(setlId);

        await host.WaysBackAsync(4);
        (await OrderAsync(host)).ShouldBe([(4, 37320), (3, 15000), (2, 35680), (1, 12000)]);
        (await patient.WalletBalanceAsync()).ShouldBe(120m);
        (await patient.BalanceAsync()).ShouldBe(356.80m);
        (await patient.PaydownAsync(setlId)).ShouldBe(Paying.Owing(0m));
        await BothSides.AgreeAsync(host);
        await patient.At.RefusedAsync("NOT_SETTLED", "2208", patient.Cancellation(setlId));
        await BothSides.AgreeAsync(host);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Reversing_a_settlement_returns_the_money_too(string database)
    {
        await using var host = await BankedBureau.StartAsync(database);
        var patient = Patient.Of(await host.Core.SignInAsync(), 0);
        await patient.RegisterAsync();
        await patient.UploadAsync("B1", ("1", SeedItems.ClassC, 150m, 1m));
        var msgid = patient.At.NextMsgid();
        var setlId = (await patient.SettleAsync("B1", 150m, useAccount: false, msgid)).Setlinfo.SetlId!;
        await patient.PayByWalletAsync(setlId);
        await patient.At.DoAsync("2601", patient.Reversal(msgid, "2207"));
        await patient.At.DoAsync("2601", patient.Reversal(msgid, "2207"));
        await host.WaysBackAsync(1);
        (await patient.WalletBalanceAsync()).ShouldBe(120m);
        await BothSides.AgreeAsync(host);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Reversing_a_deduction_undoes_it_once_and_it_may_be_made_anew(string database)
    {
        await using var host = await BankedBureau.StartAsync(database);
        var patient = Patient.Of(await host.Core.SignInAsync(), 0);
        var setlId = await patient.OwesAsync(100m);
        foreach (var infno in new[] { Paying.Wallet, Paying.Personal, Paying.MutualAid })
        {
            var msgid = patient.At.NextMsgid();
            (await patient.SendPaymentAsync(infno, setlId, msgid)).ErrMsg.ShouldBeNull();
            await patient.At.DoAsync("2601", patient.Reversal(msgid, infno));
            await patient.At.DoAsync("2601", patient.Reversal(msgid, infno));
            (await patient.PaydownAsync(setlId)).ShouldBe(Paying.Owing(100m));
        }

        await host.WaysBackAsync(3);
        await BothSides.AgreeAsync(host);
        (await patient.PayByWalletAsync(setlId)).EnttAcctPay.ShouldBe(100m);
        (await patient.PaydownAsync(setlId)).ShouldBe(Paying.Owing(0m, wallet: 100m));
        await BothSides.AgreeAsync(host);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_deduction_reversed_before_it_came_is_fenced_off(string database)
    {
        await using var host = await BankedBureau.StartAsync(database);
        var patient = Patient.Of(await host.Core.SignInAsync(), 0);
        var setlId = await patient.OwesAsync(100m);
        var late = patient.At.NextMsgid();
        await patient.At.DoAsync("2601", patient.Reversal(late, Paying.Wallet));
        (await patient.SendPaymentAsync(Paying.Wallet, setlId, late)).ShouldRefuse("REVERSED");
        (await patient.PaydownAsync(setlId)).ShouldBe(Paying.Owing(100m));
        (await host.Core.CountAsync("legs")).ShouldBe(0);
    }

    [Theory]
    [InlineData(BothDatabases.Sqlite, FaultKind.Refuse)]
    [InlineData(BothDatabases.Sqlite, FaultKind.LostAnswer)]
    [InlineData(BothDatabases.Sqlite, FaultKind.Duplicate)]
    [InlineData(BothDatabases.Postgres, FaultKind.Refuse)]
    [InlineData(BothDatabases.Postgres, FaultKind.LostAnswer)]
    [InlineData(BothDatabases.Postgres, FaultKind.Duplicate)]
    public async Task A_way_back_is_tried_until_the_bank_has_done_it(string database, FaultKind fault)
    {
        await using var host = await BankedBureau.StartAsync(database);
        var patient = Patient.Of(await host.Core.SignInAsync(), 0);
        var setlId = await PaidByAllAsync(patient);
        host.Order("credit", fault, 6);
        await patient.CancelAsync(setlId);
        await host.WaysBackAsync(4);
        (await patient.WalletBalanceAsync()).ShouldBe(120m);
        await BothSides.AgreeAsync(host);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Money_that_a_silent_bank_took_comes_back_after_the_settlement_was_cancelled(string database)
    {
        await using var host = await BankedBureau.StartAsync(database);
        var patient = Patient.Of(await host.Core.SignInAsync(), 0);
        var setlId = await patient.OwesAsync(700m);
        host.Order("query", FaultKind.Refuse, 1000);
        host.Order("deduct", FaultKind.LostAnswer);
        (await patient.SendPaymentAsync(Paying.MutualAid, setlId)).ShouldRefuse("DEDUCTION_OPEN");
        await patient.CancelAsync(setlId);
        (await patient.SendPaymentAsync(Paying.MutualAid, setlId)).ShouldRefuse("NOT_SETTLED");

        host.Faults.Clear();
        await host.WaysBackAsync(1);
        (await host.AccountsAsync()).Values.Sum(account => account.Credited).ShouldBe(15000); // the first account's, and the second was never asked
        await BothSides.AgreeAsync(host);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_reversed_deduction_is_made_anew_only_once_its_bank_has_spoken(string database)
    {
        await using var host = await BankedBureau.StartAsync(database);
        var patient = Patient.Of(await host.Core.SignInAsync(), 0);
        var setlId = await patient.OwesAsync(50m);
        host.Order("query", FaultKind.Refuse, 1000);
        host.Order("deduct", FaultKind.LostAnswer);
        var msgid = patient.At.NextMsgid();
        (await patient.SendPaymentAsync(Paying.Wallet, setlId, msgid)).ShouldRefuse("DEDUCTION_OPEN");
        await patient.At.DoAsync("2601", patient.Reversal(msgid, Paying.Wallet));
        (await patient.PaydownAsync(setlId)).ShouldBe(Paying.Owing(50m));
        (await patient.SendPaymentAsync(Paying.Wallet, setlId)).ShouldRefuse("DEDUCTION_OPEN");
        (await patient.PayByAccountAsync(setlId)).EnttAcctPay.ShouldBe(50m);

        host.Faults.Clear();
        await host.WaysBackAsync(1);
        (await patient.WalletBalanceAsync()).ShouldBe(120m);
        (await patient.PaydownAsync(setlId)).ShouldBe(Paying.Owing(0m, account: 50m));
        await BothSides.AgreeAsync(host);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_stay_is_paid_and_given_back_like_a_visit(string database)
    {
        await using var host = await BankedBureau.StartAsync(database);
        var patient = Patient.Of(await host.Core.SignInAsync(), 1);
        await Stay.AdmitAsync(patient);
        await Stay.UploadAsync(patient, ("1", SeedItems.ClassC, 300m));
        var settled = await Stay.SettleAsync(patient, 300m, middle: false);
        (await patient.PayByFamilyAsync(settled.Setlinfo.SetlId!)).AllEnttAcctPay.ShouldBe(300m); // 80.00 and 220.00
        await patient.At.AskAsync<CancelInpatientSettlementRequest, CancelInpatientSettlementReply>("2305", Stay.Cancellation(patient, settled));
        await host.WaysBackAsync(2);
        (await OrderAsync(host)).ShouldBe([(2, 22000), (1, 8000)]);
        await BothSides.AgreeAsync(host);
    }

    private static async Task<string> PaidByAllAsync(Patient patient)
    {
        var setlId = await patient.OwesAsync(1000m);
        await patient.PayByWalletAsync(setlId);
        await patient.PayByAccountAsync(setlId);
        (await patient.PayByFamilyAsync(setlId)).CashAcctPay.ShouldBe(0m);
        return setlId;
    }

    /// <summary>In the order in which the accounts had it again: which leg it was that had taken it, and how much came back.</summary>
    private static async Task<(int Taken, long Amount)[]> OrderAsync(BankedBureau host)
    {
        var taken = await host.Core.Database.ReadAsync(session => session.QueryAsync<string>("SELECT leg_id FROM deduction_part ORDER BY leg_id"));
        var back = await host.Core.Database.ReadAsync(session => session.QueryAsync<(string Entry, long Amount)>(
            """
            SELECT e.entry_id, CAST(-p.amount AS BIGINT) FROM ledger_entries e JOIN ledger_postings p ON p.entry_id = e.entry_id
            WHERE e.reason = 'account deduction given back' AND p.account = 'bank-settlement'
            """));
        var when = await host.Core.Database.ReadAsync(session => session.QueryAsync<(string Leg, string Reference)>("SELECT leg_id, reference FROM legs WHERE kind = 'account.give-back'"));
        var bankOrder = await host.Bank.OrderNumbersAsync(CancellationToken.None);
        return
        [
            .. when.OrderBy(leg => bankOrder.ToList().IndexOf(leg.Leg))
                .Select(leg => (taken.ToList().IndexOf(leg.Leg[1..]) + 1, back.Single(row => row.Entry == "given-back:" + leg.Leg[1..]).Amount)),
        ];
    }
}
