using Microsoft.Extensions.DependencyInjection;
using YbPay.Bureau.Tests.Hosting;
using YbPay.Center.Tests.Hosting;
using YbPay.Contracts.Outcomes;
using YbPay.Engine.Ledger;
using YbPay.Engine.Money;
using YbPay.Sandbox.Faults;

namespace YbPay.Bureau.Tests.Accounts;

/// <summary>Statements, yearly records, top-ups and freezes.</summary>
public sealed class AccountsAreKept
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_statement_shows_every_movement_and_the_year(string database)
    {
        await using var host = await BankedBureau.StartAsync(database);
        var patient = Patient.Of(await host.Core.SignInAsync(), 0);
        var (first, second) = (await patient.OwesAsync(50m), await patient.OwesAsync(60m, "B2"));
        await patient.PayByWalletAsync(first);
        await patient.PayByWalletAsync(second);
        await patient.CancelAsync(first);
        var wallet = await Eventually.GetAsync(() => OfAsync(host, patient, AccountKind.Wallet), account => account.Movements.Count == 4, "the money is back");

        wallet.Movements.Select(row => (row.Reason, row.Change.Value, row.Balance.Value)).ShouldBe([("opened", 12000, 12000), ("deducted", -5000, 7000), ("deducted", -6000, 1000), ("given back", 5000, 6000)]);
        wallet.Years.ShouldHaveSingleItem().ShouldBe(new AccountYear("2026", new Fen(12000), new Fen(5000), new Fen(11000)));
        (wallet.Balance, wallet.Years[0].Closing).ShouldBe((new Fen(6000), new Fen(6000)));
        wallet.MaskedNumber.ShouldBe("***************0116");
        await BothSides.AgreeAsync(host);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Settlements_with_the_personal_account_stand_in_its_statement(string database)
    {
        await using var host = await BankedBureau.StartAsync(database);
        var patient = Patient.Of(await host.Core.SignInAsync(), 0);
        await patient.RegisterAsync();
        await patient.UploadAsync("B1", ("1", SeedItems.ClassC, 100m, 1m));
        var setlId = (await patient.SettleAsync("B1", 100m)).Setlinfo.SetlId!;
        var cancel = patient.At.NextMsgid();
        await patient.At.DoAsync("2208", patient.Cancellation(setlId), cancel);
        await patient.At.DoAsync("2601", patient.Reversal(cancel, "2208"));
        var account = await OfAsync(host, patient, AccountKind.Personal);
        account.Movements.Select(row => (row.Reason, row.Change.Value)).ShouldBe([("opened", 35680), ("settled", -10000), ("cancelled", 10000), ("restored", -10000)]);
        await BothSides.AgreeAsync(host);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_top_up_comes_once_whatever_the_bank_does(string database)
    {
        await using var host = await BankedBureau.StartAsync(database);
        var patient = Patient.Of(await host.Core.SignInAsync(), 0);
        var accounts = host.Core.Services.GetRequiredService<BureauAccounts>();
        var id = (await OfAsync(host, patient, AccountKind.Wallet)).AccountId;
        host.Order("credit", FaultKind.LostAnswer, 2);
        Value(await accounts.TopUpAsync("TOPUP1", id, new Fen(3000))).ShouldBeTrue();
        Value(await accounts.TopUpAsync("TOPUP1", id, new Fen(3000))).ShouldBeFalse();
        await Eventually.GetAsync(
            () =>
            {
                host.Core.Clock.Advance(TimeSpan.FromSeconds(1));
                return patient.WalletBalanceAsync();
            },
            balance => balance == 150m, "the top-up");
        (await OfAsync(host, patient, AccountKind.Wallet)).Movements[^1].Reason.ShouldBe("topped up");
        Why(await accounts.TopUpAsync("TOPUP2", id, new Fen(0))).Name.ShouldBe("AMOUNT_INVALID");
        Why(await accounts.TopUpAsync("TOPUP2", "none", new Fen(1))).Name.ShouldBe("ACCOUNT_UNKNOWN");
        await BothSides.AgreeAsync(host);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Frozen_money_is_not_spent_until_it_is_released(string database)
    {
        await using var host = await BankedBureau.StartAsync(database);
        var patient = Patient.Of(await host.Core.SignInAsync(), 0);
        var accounts = host.Core.Services.GetRequiredService<BureauAccounts>();
        var (wallet, personal) = (await OfAsync(host, patient, AccountKind.Wallet), await OfAsync(host, patient, AccountKind.Personal));
        Value(await accounts.FreezeAsync("F1", wallet.AccountId, new Fen(10000), "court")).ShouldBeTrue();
        Value(await accounts.FreezeAsync("F1", wallet.AccountId, new Fen(10000), "court")).ShouldBeFalse();
        Value(await accounts.FreezeAsync("F2", personal.AccountId, new Fen(30000), "court")).ShouldBeTrue();
        Why(await accounts.FreezeAsync("F3", wallet.AccountId, new Fen(2001), "court")).Name.ShouldBe("FUNDS_SHORT");

        var setlId = await patient.OwesAsync(300m);
        (await patient.WalletBalanceAsync()).ShouldBe(20m);
        (await patient.PayByWalletAsync(setlId)).EnttAcctPay.ShouldBe(20m);
        (await patient.BalanceAsync()).ShouldBe(56.80m);
        (await patient.PayByAccountAsync(setlId)).EnttAcctPay.ShouldBe(56.80m);
        await patient.UploadAsync("B2", ("2", SeedItems.ClassC, 100m, 1m));
        (await patient.SettleAsync("B2", 100m)).Setlinfo.AcctPay.ShouldBe(0m);
        await BothSides.AgreeAsync(host);

        (await accounts.ReleaseAsync("F2")).ShouldBeTrue();
        (await accounts.ReleaseAsync("F2")).ShouldBeFalse();
        (await patient.BalanceAsync()).ShouldBe(300m);
        (await OfAsync(host, patient, AccountKind.Wallet)).Frozen.ShouldBe(new Fen(10000));
        await BothSides.AgreeAsync(host);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Movements_cannot_be_changed_and_limits_hold_in_the_database(string database)
    {
        await using var host = await BankedBureau.StartAsync(database);
        var patient = Patient.Of(await host.Core.SignInAsync(), 0);
        var setlId = await patient.OwesAsync(50m);
        await patient.PayByWalletAsync(setlId);
        foreach (var sql in new[]
        {
            "UPDATE account_movement SET change = 0", "DELETE FROM account_movement", "UPDATE account SET balance = -1 WHERE kind = 2", "UPDATE account SET held = balance + 1 WHERE kind = 2",
            "UPDATE insurance SET account_held = account_balance + 1", "UPDATE paydown SET owed = -1", "UPDATE paydown SET owed = cash + 1",
            "INSERT INTO deduction (deduction_id, setl_id, kind, msgid, owed_before, reserved, state, made_at) SELECT 'X', setl_id, kind, 'X', 1, 0, 2, 0 FROM deduction",
        })
            await Should.ThrowAsync<System.Data.Common.DbException>(() => host.Core.Database.WriteAsync(session => session.ExecuteAsync(sql)), sql);
    }

    private static async Task<AccountStatement> OfAsync(BankedBureau host, Patient patient, AccountKind kind) =>
        (await host.Core.Services.GetRequiredService<BureauAccounts>().OfAsync(patient.PsnNo)).First(account => account.Kind == kind);

    private static bool Value(Outcome<bool> outcome) => outcome.Match(value => value, why => throw new InvalidOperationException(why.Name));

    private static Refusal Why(Outcome<bool> outcome) => outcome.Match(_ => throw new InvalidOperationException("It was not refused."), why => why);
}
