using System.Text.Json;
using YbPay.Bureau.Door;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Outcomes;
using YbPay.Engine.Money;

namespace YbPay.Bureau.Features.Settlements;

/// <summary>2303: what a settlement of the stay would come to now; no effect is stored.</summary>
internal sealed class PreSettleInpatient(SettlementTrial trial, PersonCipher cipher) : Transaction<PreSettleInpatientRequest>(cipher)
{
    public override string Infno => Infnos.InpatientPreSettlement;

    protected override string? PsnNo(PreSettleInpatientRequest request) => request.Data.PsnNo;

    protected override async Task<Outcome<JsonElement>> HandleAsync(Call call, PreSettleInpatientRequest request, string personKey, CancellationToken cancel)
    {
        if (Fen.FromYuan(request.Data.MedfeeSumamt) is not { } total || total < Fen.Zero) return Refusals.AmountInvalid;
        var outcome = await trial.RunAsync(call, Order(request.Data, personKey, total), cancel);
        return outcome.Then(told => Output.Of(new PreSettleInpatientReply { Setlinfo = told.Info, Setldetail = told.Details }));
    }

    private static SettlementOrder Order(PreSettleInpatientData data, string personKey, Fen total) =>
        new(personKey, data.MdtrtId, Inpatient: true, Batch: "", data.Insutype, MedType: "", data.MdtrtCertType, data.AcctUsedFlag == SettlementOrder.Yes, total, Final: data.MidSetlFlag != SettlementOrder.Yes);
}
