using System.Text.Json;
using YbPay.Bureau.Door;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Outcomes;
using YbPay.Engine.Money;

namespace YbPay.Bureau.Features.Settlements;

/// <summary>2206: what a settlement of the batch would come to now; no effect is stored.</summary>
internal sealed class PreSettleOutpatient(SettlementTrial trial, PersonCipher cipher) : Transaction<PreSettleOutpatientRequest>(cipher)
{
    public override string Infno => Infnos.OutpatientPreSettlement;

    protected override string? PsnNo(PreSettleOutpatientRequest request) => request.Data.PsnNo;

    protected override async Task<Outcome<JsonElement>> HandleAsync(Call call, PreSettleOutpatientRequest request, string personKey, CancellationToken cancel)
    {
        if (Fen.FromYuan(request.Data.MedfeeSumamt) is not { } total || total < Fen.Zero) return Refusals.AmountInvalid;
        var outcome = await trial.RunAsync(call, Order(request.Data, personKey, total), cancel);
        return outcome.Then(told => Output.Of(new PreSettleOutpatientReply { Setlinfo = told.Info, Setldetail = told.Details }));
    }

    private static SettlementOrder Order(PreSettleOutpatientData data, string personKey, Fen total) =>
        new(personKey, data.MdtrtId, Inpatient: false, data.ChrgBchno, data.Insutype, data.MedType, data.MdtrtCertType, data.AcctUsedFlag == SettlementOrder.Yes, total, Final: true);
}
