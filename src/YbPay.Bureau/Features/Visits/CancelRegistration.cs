using System.Text.Json;
using YbPay.Bureau.Door;
using YbPay.Bureau.Features.FeeLines;
using YbPay.Bureau.Messages;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Outcomes;

namespace YbPay.Bureau.Features.Visits;

/// <summary>2202: closes an outpatient visit that holds no fee lines.</summary>
internal sealed class CancelRegistration(BureauDatabase database, PersonCipher cipher) : Transaction<CancelRegistrationRequest>(cipher)
{
    public override string Infno => Infnos.RegistrationCancel;

    protected override string? PsnNo(CancelRegistrationRequest request) => request.Data.PsnNo;

    protected override Task<Outcome<JsonElement>> HandleAsync(Call call, CancelRegistrationRequest request, string personKey, CancellationToken cancel)
    {
        var mdtrtId = request.Data.MdtrtId;
        return database.Get().WriteOutcomeAsync(
            async session =>
            {
                await MessageStore.ClaimAsync(session, call, personKey, mdtrtId);
                var found = await VisitLookup.OpenVisitAsync(session, call, mdtrtId, personKey, inpatient: false);
                if (found is Outcome<VisitRow>.No no) return no.Why;
                var lines = await FeeLineStore.SumAsync(session, mdtrtId, batch: "");
                if (lines.Settled > 0) return Refusals.Settled;
                if (lines.Unsettled > 0) return Refusals.LinesExist;
                await VisitStore.CancelAsync(session, mdtrtId, call.Msgid);
                return Output.None;
            },
            cancel);
    }
}
