using YbPay.Bureau.Tests.Hosting;
using YbPay.Contracts.Wallet;

namespace YbPay.Bureau.Tests.Accounts;

/// <summary>5378, 5379, 5369, 5373: what each kind of account pays, and what it refuses.</summary>
public sealed class AccountsPayCash
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_wallet_is_told_by_the_identity_document(string database)
    {
        await using var host = await BankedBureau.StartAsync(database);
        var patient = Patient.Of(await host.Core.SignInAsync(), 0);
        var wallet = Paying.Result<QueryWalletReply>(await patient.At.SendDataAsync("5378", new { certno = patient.CertNo, psnCertType = "01" }));
        (wallet.PsnNo, wallet.PsnName, wallet.Certno, wallet.PsnCertType).ShouldBe((patient.PsnNo, "陈志远", patient.CertNo, "01"));
        (wallet.WltBalc, wallet.BankTypeCode, wallet.Bankcode).ShouldBe((120m, "901", "901581000019"));
        wallet.WltNo.ShouldNotContain(Paying.NumberOf(0, Engine.Ledger.AccountKind.Wallet));

        (await patient.At.SendDataAsync("5378", new { certno = patient.CertNo, psnCertType = "03" })).ShouldRefuse("PERSON_UNKNOWN");
        (await patient.At.SendDataAsync("5378", new { certno = "440101199001019999", psnCertType = "01" })).ShouldRefuse("PERSON_UNKNOWN");
        (await patient.At.SendDataAsync("5378", new { certno = Patient.Of(patient.At, 2).CertNo, psnCertType = "01" })).ShouldRefuse("ACCOUNT_UNKNOWN");
        (await patient.At.SendDataAsync("5378", new { certno = patient.CertNo })).ShouldRefuse("INPUT_INVALID");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Each_kind_pays_what_it_has_until_nothing_is_owed(string database)
    {
        await using var host = await BankedBureau.StartAsync(database);
        var patient = Patient.Of(await host.Core.SignInAsync(), 0); // wallet 120.00, account 356.80, family 150.00 and 600.00
        var setlId = await patient.OwesAsync(1000m);
        (await patient.PaydownAsync(setlId)).ShouldBe(Paying.Owing(1000m));

        var wallet = await patient.PayByWalletAsync(setlId);
        (wallet.PsnNo, wallet.SetlId, wallet.PsnPay, wallet.EnttAcctPay, wallet.CashAcctPay).ShouldBe((patient.PsnNo, setlId, "1000.00", 120m, 880m));
        (await patient.WalletBalanceAsync()).ShouldBe(0m);

        var account = await patient.PayByAccountAsync(setlId);
        (account.PsnPay, account.EnttAcctPay, account.CashAcctPay).ShouldBe(("880.00", 356.80m, 523.20m));
        (account.FixmedinsCode, account.FixmedinsName, account.BankTypeCode, account.BankAbbrName).ShouldBe((TestInstitution.Hospital, "示例市第一人民医院", "901", "示例市商业银行"));
        (await patient.BalanceAsync()).ShouldBe(0m);
        (await patient.PaydownAsync(setlId)).ShouldBe(Paying.Owing(523.20m, account: 356.80m, wallet: 120m));

        var family = await patient.PayByFamilyAsync(setlId);
        (family.PsnPay, family.AllEnttAcctPay, family.CashAcctPay, family.FixmedinsName).ShouldBe(("523.20", 523.20m, 0m, "示例市第一人民医院"));
        family.Result.Select(row => (row.Acctname, row.EnttAcctPay, row.InfcodeDt, row.ErrMsgDt))
            .ShouldBe([("林婉清", 150m, "0", "扣减成功"), ("周德福", 373.20m, "0", "扣减成功")]);
        family.Result[0].Bankacct.ShouldBe(Paying.NumberOf(1, Engine.Ledger.AccountKind.MutualAid));
        (await patient.PaydownAsync(setlId)).ShouldBe(Paying.Owing(0m, 356.80m, 523.20m, 120m));

        var bank = await host.AccountsAsync();
        bank[Paying.NumberOf(0, Engine.Ledger.AccountKind.Wallet)].Balance.ShouldBe(0);
        bank[Paying.NumberOf(2, Engine.Ledger.AccountKind.MutualAid)].Balance.ShouldBe(60000 - 37320);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task No_account_pays_more_than_is_owed(string database)
    {
        await using var host = await BankedBureau.StartAsync(database);
        var patient = Patient.Of(await host.Core.SignInAsync(), 0);
        var setlId = await patient.OwesAsync(30m);
        var family = await patient.PayByFamilyAsync(setlId);
        (family.AllEnttAcctPay, family.CashAcctPay).ShouldBe((30m, 0m));
        family.Result.Select(row => (row.EnttAcctPay, row.ErrMsgDt)).ShouldBe([(30m, "扣减成功"), (0m, "已无待支付金额，未扣减")]);

        var wallet = await patient.PayByWalletAsync(setlId);
        (wallet.PsnPay, wallet.EnttAcctPay, wallet.CashAcctPay).ShouldBe(("0.00", 0m, 0m));
        (await patient.WalletBalanceAsync()).ShouldBe(120m);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Asked_again_it_gives_the_first_answer_and_takes_nothing(string database)
    {
        await using var host = await BankedBureau.StartAsync(database);
        var patient = Patient.Of(await host.Core.SignInAsync(), 0);
        var setlId = await patient.OwesAsync(1000m);
        foreach (var infno in new[] { Paying.Wallet, Paying.Personal, Paying.MutualAid })
        {
            var msgid = patient.At.NextMsgid();
            var first = await patient.SendPaymentAsync(infno, setlId, msgid);
            var again = await patient.SendPaymentAsync(infno, setlId);
            again.ErrMsg.ShouldBeNull();
            again.Output!.Value.GetRawText().ShouldBe(first.Output!.Value.GetRawText());
            (await patient.SendPaymentAsync(infno, setlId, msgid)).ShouldRefuse("MSGID_REPEATED");
        }

        (await host.Core.CountAsync("legs")).ShouldBe(4);
        (await host.AccountsAsync()).Values.Sum(account => account.Deducted).ShouldBe(100000);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Settlement_visit_person_and_institution_must_belong_together(string database)
    {
        await using var host = await BankedBureau.StartAsync(database);
        var hospital = await host.Core.SignInAsync();
        var (patient, other) = (Patient.Of(hospital, 0), Patient.Of(hospital, 1));
        var setlId = await patient.OwesAsync(100m);
        await other.RegisterAsync();
        var elsewhere = Patient.Of(await host.Core.SignInAsync(TestInstitution.Clinic), 0);
        foreach (var infno in new[] { Paying.Wallet, Paying.Personal, Paying.MutualAid })
        {
            (await patient.SendPaymentAsync(infno, setlId, psnNo: other.PsnNo)).ShouldRefuse("NOT_SETTLED");
            (await patient.SendPaymentAsync(infno, setlId, mdtrtId: other.MdtrtId)).ShouldRefuse("NOT_SETTLED");
            (await patient.SendPaymentAsync(infno, "440100G0000000000000")).ShouldRefuse("NOT_SETTLED");
            (await elsewhere.SendPaymentAsync(infno, setlId, mdtrtId: patient.MdtrtId)).ShouldRefuse("NOT_SETTLED");
        }

        var anotherSystem = new TestInstitution(host.Core, TestInstitution.Hospital);
        anotherSystem.Skip(5000);
        await anotherSystem.SignInAsync();
        var sameInstitution = Patient.Of(anotherSystem, 0);
        sameInstitution.MdtrtId = patient.MdtrtId;
        (await sameInstitution.PayByWalletAsync(setlId)).EnttAcctPay.ShouldBe(100m);

        await patient.CancelAsync(setlId);
        (await patient.SendPaymentAsync(Paying.Personal, setlId)).ShouldRefuse("NOT_SETTLED");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Who_has_no_such_account_is_told_so(string database)
    {
        await using var host = await BankedBureau.StartAsync(database);
        var patient = Patient.Of(await host.Core.SignInAsync(), 2); // 周德福: neither wallet nor family accounts
        var setlId = await patient.OwesAsync(100m);
        (await patient.SendPaymentAsync(Paying.Wallet, setlId)).ShouldRefuse("ACCOUNT_UNKNOWN");
        (await patient.SendPaymentAsync(Paying.MutualAid, setlId)).ShouldRefuse("ACCOUNT_UNKNOWN");
        (await patient.PayByAccountAsync(setlId)).EnttAcctPay.ShouldBe(100m);

        await using var alone = await BureauHost.StartAsync(database);
        var without = Patient.Of(await alone.SignInAsync(), 0);
        (await without.SendPaymentAsync(Paying.Wallet, await without.OwesAsync(10m))).ShouldRefuse("ACCOUNT_BANK_MISSING");
    }
}
