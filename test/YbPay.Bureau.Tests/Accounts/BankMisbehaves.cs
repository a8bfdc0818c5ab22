using YbPay.Bureau.Tests.Hosting;
using YbPay.Center.Tests.Hosting;
using YbPay.Contracts.Wallet;
using YbPay.Engine.Ledger;
using YbPay.Sandbox.Faults;

namespace YbPay.Bureau.Tests.Accounts;

/// <summary>The account bank refuses, answers twice, late or not at all: each deduction ends true, and both sides hold the same money.</summary>
public sealed class BankMisbehaves
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_refusal_gives_the_held_money_back_and_may_be_asked_for_again(string database)
    {
        await using var host = await BankedBureau.StartAsync(database);
        var patient = Patient.Of(await host.Core.SignInAsync(), 0);
        var setlId = await patient.OwesAsync(200m);
        host.Order("deduct", FaultKind.Refuse, 2);
        var msgid = patient.At.NextMsgid();

        (await patient.SendPaymentAsync(Paying.Wallet, setlId, msgid)).ShouldRefuse("BANK_REFUSED");
        (await patient.SendPaymentAsync(Paying.Personal, setlId)).ShouldRefuse("BANK_REFUSED");
        (await patient.PaydownAsync(setlId)).ShouldBe(Paying.Owing(200m));
        (await patient.WalletBalanceAsync()).ShouldBe(120m);
        (await patient.BalanceAsync()).ShouldBe(356.80m);

        (await patient.PayByWalletAsync(setlId, msgid)).EnttAcctPay.ShouldBe(120m); // the msgid is free again
        await BothSides.AgreeAsync(host);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_refused_family_account_is_skipped_and_reported(string database)
    {
        await using var host = await BankedBureau.StartAsync(database);
        var patient = Patient.Of(await host.Core.SignInAsync(), 0);
        var setlId = await patient.OwesAsync(200m);
        (await host.Bank.BlockAsync(Paying.NumberOf(1, AccountKind.MutualAid), true, CancellationToken.None)).ShouldBeTrue();

        var paid = await patient.PayByFamilyAsync(setlId);
        (paid.PsnPay, paid.AllEnttAcctPay, paid.CashAcctPay).ShouldBe(("200.00", 200m, 0m));
        paid.Result.Select(row => (row.Acctname, row.EnttAcctPay, row.InfcodeDt, row.ErrMsgDt))
            .ShouldBe([("林婉清", 0m, "-1", "账户状态异常"), ("周德福", 200m, "0", "扣减成功")]);
        (await patient.PayByFamilyAsync(setlId)).Result.ShouldBe(paid.Result);
        await BothSides.AgreeAsync(host);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task When_every_family_account_is_refused_each_is_reported_and_all_is_owed_still(string database)
    {
        await using var host = await BankedBureau.StartAsync(database);
        var patient = Patient.Of(await host.Core.SignInAsync(), 0);
        var setlId = await patient.OwesAsync(200m);
        host.Order("deduct", FaultKind.Refuse, 2);

        var refused = await patient.PayByFamilyAsync(setlId);
        (refused.PsnPay, refused.AllEnttAcctPay, refused.CashAcctPay).ShouldBe(("200.00", 0m, 200m));
        refused.Result.Select(row => row.InfcodeDt).ShouldBe(["-1", "-1"]);
        (await patient.PaydownAsync(setlId)).ShouldBe(Paying.Owing(200m));
        (await patient.PayByFamilyAsync(setlId)).AllEnttAcctPay.ShouldBe(200m);
        await BothSides.AgreeAsync(host);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_lost_answer_is_found_out_and_asking_again_tells_it(string database)
    {
        await using var host = await BankedBureau.StartAsync(database);
        var patient = Patient.Of(await host.Core.SignInAsync(), 0);
        var setlId = await patient.OwesAsync(200m);
        host.Order("deduct", FaultKind.LostAnswer);
        (await patient.SendPaymentAsync(Paying.Wallet, setlId)).ShouldRefuse("DEDUCTION_OPEN");

        (await AnswerAsync<DeductWalletReply>(patient, Paying.Wallet, setlId)).EnttAcctPay.ShouldBe(120m);
        (await patient.PaydownAsync(setlId)).ShouldBe(Paying.Owing(80m, wallet: 120m));
        await BothSides.AgreeAsync(host);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task While_a_bank_is_silent_its_money_is_neither_owed_nor_deducted_nor_spent_twice(string database)
    {
        await using var host = await BankedBureau.StartAsync(database, timeout: TimeSpan.FromSeconds(3));
        var patient = Patient.Of(await host.Core.SignInAsync(), 0);
        var (first, second) = (await patient.OwesAsync(100m), await patient.OwesAsync(100m, "B2"));
        host.Order("deduct", FaultKind.Timeout);
        host.Order("query", FaultKind.Refuse, 1000); // the bank does not say either
        (await patient.SendPaymentAsync(Paying.Wallet, first)).ShouldRefuse("DEDUCTION_OPEN");
        (await patient.SendPaymentAsync(Paying.Wallet, first)).ShouldRefuse("DEDUCTION_OPEN");
        (await patient.PaydownAsync(first)).ShouldBe(Paying.Owing(0m));
        (await patient.WalletBalanceAsync()).ShouldBe(20m);
        (await patient.PayByWalletAsync(second)).EnttAcctPay.ShouldBe(20m);
        (await patient.PayByAccountAsync(first)).EnttAcctPay.ShouldBe(0m);

        host.Faults.Clear();
        (await AnswerAsync<DeductWalletReply>(patient, Paying.Wallet, first, host)).EnttAcctPay.ShouldBe(100m);
        (await patient.PaydownAsync(first)).ShouldBe(Paying.Owing(0m, wallet: 100m));
        await BothSides.AgreeAsync(host);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task An_unknown_family_account_is_known_before_the_next_is_walked(string database)
    {
        await using var host = await BankedBureau.StartAsync(database);
        var patient = Patient.Of(await host.Core.SignInAsync(), 0);
        var setlId = await patient.OwesAsync(700m);
        host.Order("query", FaultKind.Refuse, 1000);
        host.Order("deduct", FaultKind.LostAnswer);
        (await patient.SendPaymentAsync(Paying.MutualAid, setlId)).ShouldRefuse("DEDUCTION_OPEN");
        (await host.Core.CountAsync("legs")).ShouldBe(1);
        (await patient.PaydownAsync(setlId)).ShouldBe(Paying.Owing(0m));

        host.Faults.Clear();
        var paid = await AnswerAsync<DeductMutualAidReply>(patient, Paying.MutualAid, setlId, host);
        (paid.PsnPay, paid.AllEnttAcctPay).ShouldBe(("700.00", 700m));
        paid.Result.Select(row => row.EnttAcctPay).ShouldBe([150m, 550m]);
        await BothSides.AgreeAsync(host);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Orders_that_reach_the_bank_twice_take_the_money_once(string database)
    {
        await using var host = await BankedBureau.StartAsync(database);
        var patient = Patient.Of(await host.Core.SignInAsync(), 0);
        var setlId = await patient.OwesAsync(700m);
        host.Order("deduct", FaultKind.Duplicate, 3);
        await patient.PayByWalletAsync(setlId);
        (await patient.PayByFamilyAsync(setlId)).AllEnttAcctPay.ShouldBe(580m);
        (await patient.PaydownAsync(setlId)).ShouldBe(Paying.Owing(0m, family: 580m, wallet: 120m));
        await BothSides.AgreeAsync(host);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task What_no_request_ever_brought_to_the_bank_is_sent_by_another_node_after_a_crash(string database)
    {
        await using var host = await BankedBureau.StartAsync(database);
        var patient = Patient.Of(await host.Core.SignInAsync(), 0);
        var setlId = await patient.OwesAsync(700m);
        await patient.PayByWalletAsync(setlId);
        // As a node leaves it that dies between writing the leg down and sending it.
        await CrashedNode.WroteDownAsync(host.Core, setlId, personalAccountPays: 35680);
        (await patient.SendPaymentAsync(Paying.Personal, setlId)).ShouldRefuse("DEDUCTION_OPEN");

        host.Core.Clock.Advance(TimeSpan.FromMinutes(1));
        var paid = await AnswerAsync<DeductPersonalAccountReply>(patient, Paying.Personal, setlId, host);
        (paid.PsnPay, paid.EnttAcctPay, paid.CashAcctPay).ShouldBe(("580.00", 356.80m, 223.20m));
        await BothSides.AgreeAsync(host);
    }

    /// <summary>Asks under new msgids until there is an answer; the pauses of the resolver go by the core's clock.</summary>
    private static async Task<T> AnswerAsync<T>(Patient patient, string infno, string setlId, BankedBureau? host = null)
        where T : Contracts.Contract
    {
        var reply = await Eventually.GetAsync(
            () =>
            {
                host?.Core.Clock.Advance(TimeSpan.FromSeconds(10));
                return patient.SendPaymentAsync(infno, setlId);
            },
            reply => reply.Infcode == 0, "an answer");
        return Paying.Result<T>(reply);
    }
}
