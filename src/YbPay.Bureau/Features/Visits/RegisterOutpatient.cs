using System.Text.Json;
using YbPay.Bureau.Clock;
using YbPay.Bureau.Door;
using YbPay.Bureau.Messages;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Outcomes;

namespace YbPay.Bureau.Features.Visits;

/// <summary>2201: opens an outpatient visit for an insured person.</summary>
internal sealed class RegisterOutpatient(BureauDatabase database, PersonCipher cipher, BureauNumbers numbers, InsuranceLookup insurances) : Transaction<RegisterOutpatientRequest>(cipher)
{
    /// <summary>Until 2203 says better: ordinary outpatients.</summary>
    private const string FirstMedType = "11";

    public override string Infno => Infnos.OutpatientRegistration;

    protected override string? PsnNo(RegisterOutpatientRequest request) => request.Data.PsnNo;

    protected override Task<Outcome<JsonElement>> HandleAsync(Call call, RegisterOutpatientRequest request, string personKey, CancellationToken cancel)
    {
        var data = request.Data;
        var mdtrtId = numbers.Next();
        var visit = new VisitRow(mdtrtId, call.Sender.Code, personKey, data.Insutype, FirstMedType, Inpatient: false, VisitState.Open);
        var detail = Cipher.Seal("visit.detail", FsiJson.Write(data));
        return database.Get().WriteOutcomeAsync(
            async session =>
            {
                await MessageStore.ClaimAsync(session, call, personKey, mdtrtId);
                if (await insurances.CheckAsync(session, personKey, data.Insutype, data.MdtrtCertType, data.MdtrtCertNo) is { } missing) return missing;
                await VisitStore.InsertAsync(session, visit, detail, null, call.Now);
                return Output.Of(new RegisterOutpatientReply { Data = new RegisteredVisit { MdtrtId = mdtrtId, PsnNo = data.PsnNo, IptOtpNo = data.IptOtpNo } });
            },
            cancel);
    }
}
