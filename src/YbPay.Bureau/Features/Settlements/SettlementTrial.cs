using YbPay.Bureau.Door;
using YbPay.Bureau.Messages;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Outcomes;

namespace YbPay.Bureau.Features.Settlements;

/// <summary>setlinfo and setldetail together.</summary>
internal sealed record ToldSettlement(SettlementInfo Info, SettlementDetail[] Details);

/// <summary>What 2206 and 2303 share: calculates outside any write; only the msgid is stored.</summary>
internal sealed class SettlementTrial(BureauDatabase database, SettlementCalculation calculation, BureauOptions options)
{
    public async Task<Outcome<ToldSettlement>> RunAsync(Call call, SettlementOrder order, CancellationToken cancel)
    {
        var calculated = await database.Get().ReadAsync(session => calculation.CalculateAsync(session, call, order), cancel);
        if (calculated is Outcome<SettlementCase>.No no) return no.Why;
        var bill = ((Outcome<SettlementCase>.Ok)calculated).Value;
        var row = SettlementBooking.NewRow(call, bill, setlId: "");
        var told = new ToldSettlement(SettlementReply.Info(row, bill.Profile, bill.PsnType, options.Admdvs, settled: false), SettlementReply.Details(row));
        return await MessageStore.ClaimAsync(database.Get(), call, order.PersonKey, order.MdtrtId, cancel) is { } taken ? taken : told;
    }
}
