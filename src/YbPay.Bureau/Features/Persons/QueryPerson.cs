using System.Text.Json;
using YbPay.Bureau.Door;
using YbPay.Bureau.Messages;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Outcomes;
using YbPay.Contracts;
using YbPay.Engine.Money;

namespace YbPay.Bureau.Features.Persons;

/// <summary>1101: the holder of a credential and the insurances. A certno beside it must be the holder's.</summary>
internal sealed class QueryPerson(BureauDatabase database, PersonCipher cipher) : Transaction<QueryPersonRequest>(cipher)
{
    public override string Infno => Infnos.PersonQuery;

    protected override Task<Outcome<JsonElement>> HandleAsync(Call call, QueryPersonRequest request, string personKey, CancellationToken cancel)
    {
        var data = request.Data;
        return database.Get().WriteOutcomeAsync<JsonElement>(
            async session =>
            {
                var person = await PersonStore.FindByCredentialAsync(session, data.MdtrtCertType, Cipher.NumberKey(data.MdtrtCertType, data.MdtrtCertNo), call.Now);
                if (person is null) return Refusals.PersonUnknown;
                var profile = Cipher.Open(person.Profile);
                if (Differs(data.Certno, profile.CertNo) || Differs(data.PsnName, profile.Name)) return Refusals.PersonUnknown;
                await MessageStore.ClaimAsync(session, call, person.PersonKey, null);

                var insurances = await PersonStore.InsurancesAsync(session, person.PersonKey);
                var identities = await PersonStore.IdentitiesAsync(session, person.PersonKey, ChinaTime.Day(call.ReceivedAt));
                var civilServant = insurances.Any(row => row is { Insutype: InsuranceRow.CivilServant, State: InsuranceRow.Insured });
                return Output.Of(new QueryPersonReply
                {
                    Baseinfo = Person(profile, call),
                    Insuinfo = [.. insurances.Select(row => Insurance(row, person, civilServant))],
                    Idetinfo = [.. identities.Select(Identity)],
                });
            },
            cancel);
    }

    private static bool Differs(string? told, string known) => !string.IsNullOrEmpty(told) && !string.Equals(told, known, StringComparison.OrdinalIgnoreCase);

    private static PersonInfo Person(PersonProfile profile, Call call) => new()
    {
        PsnNo = profile.PsnNo,
        PsnCertType = profile.PsnCertType,
        Certno = profile.CertNo,
        PsnName = profile.Name,
        Gend = profile.Gender,
        Naty = "01",
        Brdy = profile.BirthText,
        Age = profile.AgeOn(ChinaTime.Day(call.ReceivedAt)),
    };

    private static InsuranceInfo Insurance(InsuranceRow row, PersonRow person, bool civilServant) => new()
    {
        Balc = new Fen(row.AccountBalance).ToYuan(),
        Insutype = row.Insutype,
        PsnType = person.PsnType,
        PsnInsuStas = row.State,
        CvlservFlag = civilServant ? "1" : "0",
        InsuplcAdmdvs = person.Admdvs,
    };

    private static IdentityInfo Identity(IdentityRow row) => new()
    {
        PsnIdetType = row.PsnIdetType,
        Begntime = row.Begins + " 00:00:00",
        Endtime = row.Ends.Length == 0 ? null : row.Ends + " 23:59:59",
    };
}
