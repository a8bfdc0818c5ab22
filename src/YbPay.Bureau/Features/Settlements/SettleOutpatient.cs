using System.Text.Json;
using YbPay.Bureau.Door;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Outcomes;
using YbPay.Engine.Money;

namespace YbPay.Bureau.Features.Settlements;

/// <summary>2207: settles a batch.</summary>
internal sealed class SettleOutpatient(SettlementBooking booking, BureauOptions options, PersonCipher cipher) : Transaction<SettleOutpatientRequest>(cipher)
{
    public override string Infno => Infnos.OutpatientSettlement;

    protected override string? PsnNo(SettleOutpatientRequest request) => request.Data.PsnNo;

    protected override async Task<Outcome<JsonElement>> HandleAsync(Call call, SettleOutpatientRequest request, string personKey, CancellationToken cancel)
    {
        if (Fen.FromYuan(request.Data.MedfeeSumamt) is not { } total || total < Fen.Zero) return Refusals.AmountInvalid;
        var outcome = await booking.SettleAsync(call, Order(request.Data, personKey, total), cancel);
        return outcome.Then(done => Output.Of(new SettleOutpatientReply
        {
            Setlinfo = SettlementReply.Info(done.Row, done.Case.Profile, done.Case.PsnType, options.Admdvs, settled: true),
            Setldetail = SettlementReply.Details(done.Row),
        }));
    }

    private static SettlementOrder Order(SettleOutpatientData data, string personKey, Fen total) =>
        new(personKey, data.MdtrtId, Inpatient: false, data.ChrgBchno, data.Insutype, data.MedType, data.MdtrtCertType, data.AcctUsedFlag == SettlementOrder.Yes, total, Final: true);
}
