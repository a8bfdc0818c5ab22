using System.Text.Json;
using YbPay.Bureau.Door;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Outcomes;
using YbPay.Engine.Money;

namespace YbPay.Bureau.Features.Settlements;

/// <summary>2304: settles what is unsettled of a stay; the last time unless mid_setl_flag is 1.</summary>
internal sealed class SettleInpatient(SettlementBooking booking, BureauOptions options, PersonCipher cipher) : Transaction<SettleInpatientRequest>(cipher)
{
    public override string Infno => Infnos.InpatientSettlement;

    protected override string? PsnNo(SettleInpatientRequest request) => request.Data.PsnNo;

    protected override async Task<Outcome<JsonElement>> HandleAsync(Call call, SettleInpatientRequest request, string personKey, CancellationToken cancel)
    {
        if (Fen.FromYuan(request.Data.MedfeeSumamt) is not { } total || total < Fen.Zero) return Refusals.AmountInvalid;
        var outcome = await booking.SettleAsync(call, Order(request.Data, personKey, total), cancel);
        return outcome.Then(done => Output.Of(new SettleInpatientReply
        {
            Setlinfo = SettlementReply.Info(done.Row, done.Case.Profile, done.Case.PsnType, options.Admdvs, settled: true),
            Setldetail = SettlementReply.Details(done.Row),
        }));
    }

    private static SettlementOrder Order(SettleInpatientData data, string personKey, Fen total) =>
        new(personKey, data.MdtrtId, Inpatient: true, Batch: "", data.Insutype, MedType: "", data.MdtrtCertType, data.AcctUsedFlag == SettlementOrder.Yes, total, Final: data.MidSetlFlag != SettlementOrder.Yes);
}
