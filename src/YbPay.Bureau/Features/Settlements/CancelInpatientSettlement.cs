using System.Text.Json;
using YbPay.Bureau.Door;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Outcomes;

namespace YbPay.Bureau.Features.Settlements;

/// <summary>2305: takes a whole settlement of a stay back, once.</summary>
internal sealed class CancelInpatientSettlement(SettlementUndoing undoing, BureauOptions options, PersonCipher cipher) : Transaction<CancelInpatientSettlementRequest>(cipher)
{
    public override string Infno => Infnos.InpatientSettlementCancel;

    protected override string? PsnNo(CancelInpatientSettlementRequest request) => request.Data.PsnNo;

    protected override async Task<Outcome<JsonElement>> HandleAsync(Call call, CancelInpatientSettlementRequest request, string personKey, CancellationToken cancel)
    {
        var outcome = await undoing.CancelAsync(call, personKey, request.Data.SetlId, request.Data.MdtrtId, inpatient: true, cancel);
        return outcome.Then(row => Output.Of(new CancelInpatientSettlementReply
        {
            Setlinfo = SettlementReply.Cancelled(row, options.Admdvs),
            Setldetail = SettlementReply.Details(row),
        }));
    }
}
