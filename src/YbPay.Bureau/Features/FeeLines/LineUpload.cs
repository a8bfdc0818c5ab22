using System.Text.Json;
using YbPay.Bureau.Items;
using YbPay.Bureau.Door;
using YbPay.Bureau.Features.Settlements;
using YbPay.Bureau.Features.Visits;
using YbPay.Bureau.Messages;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Outcomes;

namespace YbPay.Bureau.Features.FeeLines;

/// <summary>What 2204 and 2301 share: price all lines, then store them or none.</summary>
internal sealed class LineUpload(BureauDatabase database, ItemDirectory items)
{
    public async Task<Outcome<FeeLineResult[]>> RunAsync(Call call, string personKey, string mdtrtId, string batch, bool inpatient, IReadOnlyList<ToldLine> lines, CancellationToken cancel)
    {
        var stored = new StoredLine[lines.Count];
        var told = new FeeLineResult[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            switch (LinePricing.Price(lines[i], items.Find(lines[i].ItemCode)))
            {
                case Outcome<(StoredLine, FeeLineResult)>.Ok ok:
                    (stored[i], told[i]) = ok.Value;
                    break;
                case Outcome<(StoredLine, FeeLineResult)>.No no:
                    return no.Why;
            }
        }

        return await database.Get().WriteOutcomeAsync<FeeLineResult[]>(
            async session =>
            {
                await MessageStore.ClaimAsync(session, call, personKey, mdtrtId);
                var found = await VisitLookup.OpenVisitAsync(session, call, mdtrtId, personKey, inpatient);
                if (found is Outcome<VisitRow>.No no) return no.Why;
                if (inpatient && await SettlementStore.IsFinalAsync(session, mdtrtId)) return Refusals.Settled;
                return await FeeLineStore.InsertAsync(session, mdtrtId, batch, call.Msgid, stored) == stored.Length ? told : Refusals.LineRepeated;
            },
            cancel);
    }
}
