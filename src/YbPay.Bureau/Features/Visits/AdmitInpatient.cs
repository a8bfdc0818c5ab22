using System.Text.Json;
using YbPay.Bureau.Clock;
using YbPay.Bureau.Door;
using YbPay.Bureau.Messages;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Outcomes;

namespace YbPay.Bureau.Features.Visits;

/// <summary>2401: opens a stay.</summary>
internal sealed class AdmitInpatient(BureauDatabase database, PersonCipher cipher, BureauNumbers numbers, InsuranceLookup insurances) : Transaction<AdmitInpatientRequest>(cipher)
{
    public override string Infno => Infnos.Admission;

    protected override string? PsnNo(AdmitInpatientRequest request) => request.Mdtrtinfo.PsnNo;

    protected override Task<Outcome<JsonElement>> HandleAsync(Call call, AdmitInpatientRequest request, string personKey, CancellationToken cancel)
    {
        var data = request.Mdtrtinfo;
        var mdtrtId = numbers.Next();
        var visit = new VisitRow(mdtrtId, call.Sender.Code, personKey, data.Insutype, data.MedType, Inpatient: true, VisitState.Open);
        var detail = Cipher.Seal("visit.detail", FsiJson.Write(request));
        return database.Get().WriteOutcomeAsync(
            async session =>
            {
                await MessageStore.ClaimAsync(session, call, personKey, mdtrtId);
                if (await insurances.CheckAsync(session, personKey, data.Insutype, data.MdtrtCertType, data.MdtrtCertNo) is { } missing) return missing;
                await VisitStore.InsertAsync(session, visit, detail, null, call.Now);
                return Output.Of(new AdmitInpatientReply { Result = new AdmittedStay { MdtrtId = mdtrtId } });
            },
            cancel);
    }
}
