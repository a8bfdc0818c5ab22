using System.Globalization;
using YbPay.Bureau.Accounts;
using YbPay.Bureau.Ledger;
using YbPay.Bureau.Persons;
using YbPay.Engine.Ledger;
using YbPay.Engine.Money;
using YbPay.Storage;

namespace YbPay.Bureau.Seed;

/// <summary>Brings a seed in. What is there already stays as it is: balances of an earlier run are not topped up.</summary>
internal sealed class Seeder(PersonCipher cipher, TimeProvider clock)
{
    public Task SeedAsync(IDatabase database, BureauSeed seed, CancellationToken cancel) => database.WriteAsync(
        async session =>
        {
            foreach (var institution in seed.Institutions) await AddAsync(session, institution);
            foreach (var item in seed.Items) await AddAsync(session, item);
            foreach (var person in seed.Persons) await AddAsync(session, person);
            foreach (var person in seed.Persons) await AddAccountsAsync(session, person);
            foreach (var person in seed.Persons) await LinkAsync(session, person);
        },
        cancel);

    private static Task AddAsync(DbSession session, SeedInstitution institution) => session.ExecuteAsync(
        "INSERT INTO institution (code, name, level, mobile_payment) VALUES (@Code, @Name, @Level, @MobilePayment) ON CONFLICT (code) DO NOTHING", institution);

    private static Task AddAsync(DbSession session, SeedItem item) => session.ExecuteAsync(
        """
        INSERT INTO catalogue_item (code, name, class, price_limit, first_own_share, charge_type, list_type)
        VALUES (@Code, @Name, @Class, @PriceLimit, @FirstOwnShare, @ChargeType, @ListType) ON CONFLICT (code) DO NOTHING
        """,
        item);

    private async Task AddAsync(DbSession session, SeedPerson person)
    {
        var personKey = cipher.Key(person.PsnNo.Reveal());
        var profile = new PersonProfile(person.PsnNo.Reveal(), person.CertNo.Reveal(), person.PsnCertType, person.Name.Reveal(), person.Gender, person.Birth);
        var added = await session.ExecuteAsync(
            "INSERT INTO person (person_key, psn_type, admdvs, profile) VALUES (@personKey, @PsnType, @Admdvs, @profile) ON CONFLICT (person_key) DO NOTHING",
            new { personKey, person.PsnType, person.Admdvs, profile = cipher.Seal(profile) });
        if (added == 0) return;

        await PersonStore.AddCredentialAsync(session, CredentialKind.Certificate, cipher.NumberKey(CredentialKind.Certificate, profile.CertNo), personKey, long.MaxValue);
        if (person.CardNo is { } card)
            await PersonStore.AddCredentialAsync(session, CredentialKind.Card, cipher.NumberKey(CredentialKind.Card, card.Reveal()), personKey, long.MaxValue);
        foreach (var identity in person.Identities)
            await session.ExecuteAsync(
                "INSERT INTO person_identity (person_key, psn_idet_type, begins, ends) VALUES (@personKey, @PsnIdetType, @begins, @ends) ON CONFLICT DO NOTHING",
                new { personKey, identity.PsnIdetType, begins = Day(identity.Begins), ends = identity.Ends is { } last ? Day(last) : "" });
        foreach (var insurance in person.Insurances) await AddAsync(session, personKey, insurance);
    }

    private async Task AddAsync(DbSession session, string personKey, SeedInsurance insurance)
    {
        var added = await session.ExecuteAsync(
            "INSERT INTO insurance (person_key, insutype, state, account_balance) VALUES (@personKey, @Insutype, '1', @AccountBalance) ON CONFLICT DO NOTHING",
            new { personKey, insurance.Insutype, insurance.AccountBalance });
        if (added == 1) await OpenedAsync(session, HeldAccount.Personal(personKey, insurance.Insutype), personKey, insurance.Insutype, new Fen(insurance.AccountBalance));
    }

    /// <summary>Also for persons who were there before they had accounts.</summary>
    private async Task AddAccountsAsync(DbSession session, SeedPerson person)
    {
        var personKey = cipher.Key(person.PsnNo.Reveal());
        foreach (var account in person.Accounts)
        {
            var insutype = person.InsuranceOf(account)?.Insutype;
            var id = insutype is null ? cipher.AccountKey(account.Number.Reveal()) : HeldAccount.Personal(personKey, insutype).Key;
            var number = AccountRow.Seal(cipher, account.Number.Reveal());
            var row = new AccountRow(id, account.Kind, personKey, insutype, account.BankTypeCode, account.BankCode, account.BankName, number, account.Balance, 0, 0);
            if (await AccountStore.AddAsync(session, row) && account.Kind is not AccountKind.Personal) await OpenedAsync(session, row.InBooks, "", "", new Fen(account.Balance));
        }
    }

    private async Task LinkAsync(DbSession session, SeedPerson person)
    {
        var personKey = cipher.Key(person.PsnNo.Reveal());
        for (var place = 0; place < person.MutualAid.Count; place++)
            await AccountStore.LinkAsync(session, personKey, place, cipher.AccountKey(person.MutualAid[place].Reveal()));
    }

    private async Task OpenedAsync(DbSession session, HeldAccount account, string personKey, string insutype, Fen balance)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await AccountMoney.OpenedAsync(session, account, personKey, insutype, balance, now);
        await BureauLedger.OpenedAsync(session, account, balance, now);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
