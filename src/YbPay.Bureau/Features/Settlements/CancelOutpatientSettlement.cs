using System.Text.Json;
using YbPay.Bureau.Door;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Outcomes;

namespace YbPay.Bureau.Features.Settlements;

/// <summary>2208: takes a whole settlement back, once.</summary>
internal sealed class CancelOutpatientSettlement(SettlementUndoing undoing, BureauOptions options, PersonCipher cipher) : Transaction<CancelOutpatientSettlementRequest>(cipher)
{
    public override string Infno => Infnos.OutpatientSettlementCancel;

    protected override string? PsnNo(CancelOutpatientSettlementRequest request) => request.Data.PsnNo;

    protected override async Task<Outcome<JsonElement>> HandleAsync(Call call, CancelOutpatientSettlementRequest request, string personKey, CancellationToken cancel)
    {
        var outcome = await undoing.CancelAsync(call, personKey, request.Data.SetlId, request.Data.MdtrtId, inpatient: false, cancel);
        return outcome.Then(row => Output.Of(new CancelOutpatientSettlementReply
        {
            Setlinfo = SettlementReply.Cancelled(row, options.Admdvs),
            Setldetail = SettlementReply.Details(row),
        }));
    }
}
