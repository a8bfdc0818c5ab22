using System.Text.Json;
using YbPay.Bureau.Door;
using YbPay.Bureau.Messages;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Outcomes;

namespace YbPay.Bureau.Features.Visits;

/// <summary>2203: what the visit is about. Sent again it replaces what was told before.</summary>
internal sealed class UploadVisit(BureauDatabase database, PersonCipher cipher) : Transaction<UploadVisitRequest>(cipher)
{
    public override string Infno => Infnos.VisitAndDiagnoses;

    protected override string? PsnNo(UploadVisitRequest request) => request.Mdtrtinfo.PsnNo;

    protected override Task<Outcome<JsonElement>> HandleAsync(Call call, UploadVisitRequest request, string personKey, CancellationToken cancel)
    {
        var visit = request.Mdtrtinfo;
        var diagnoses = Cipher.Seal("visit.diagnoses", FsiJson.Write(request));
        return database.Get().WriteOutcomeAsync(
            async session =>
            {
                await MessageStore.ClaimAsync(session, call, personKey, visit.MdtrtId);
                var found = await VisitLookup.OpenVisitAsync(session, call, visit.MdtrtId, personKey, inpatient: false);
                if (found is Outcome<VisitRow>.No no) return no.Why;
                await VisitStore.DiagnoseAsync(session, visit.MdtrtId, visit.MedType, diagnoses, call.Msgid);
                return Output.None;
            },
            cancel);
    }
}
