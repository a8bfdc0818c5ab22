using YbPay.Center.Orders;
using YbPay.Contracts.Fsi;
using YbPay.Contracts;
using YbPay.Engine.Money;
using YbPay.Protocol.Outgoing;

namespace YbPay.Center.Core;

/// <summary>
/// "Did it land?": a detail check (3202) with a single row that knows only the msgid. The core's verdict names the settlement
/// under that msgid, or says that it has none; the settlement itself is then read (5203).
/// </summary>
internal sealed class SettlementFinder(DetailCheck check, SettlementQuestion question, TimeProvider clock)
{
    public async Task<Answer<Landing>> FindAsync(CoreParty party, OrderRow order, string asked, bool cancellation)
    {
        var sum = new Fen(cancellation ? -order.FeeSum : order.FeeSum);
        var row = new DetailRow(party.Person.PsnNo.Reveal(), order.CoreMdtrtId!, "", asked, "", cancellation, sum, Fen.Zero, Fen.Zero);
        var from = ChinaTime.Day(ChinaTime.Of(order.CreatedAt));
        var answer = await check.AskAsync(party, [row], from, ChinaTime.Day(clock.GetUtcNow()));
        if (answer is not Answer<IReadOnlyList<DetailRow>>.Given { Value: var rows }) return new Answer<Landing>.Unknown(answer.Note);
        return rows.FirstOrDefault(r => r.Msgid == asked) switch
        {
            null => new Answer<Landing>.Unknown("the check says nothing of this msgid"),
            { StmtRslt: DetailRow.OnlyHere } => new Answer<Landing>.Given(new Landing.NotThere()),
            { SetlId: "" } verdict => new Answer<Landing>.Unknown($"the check says {verdict.StmtRslt} without a settlement"),
            var verdict when cancellation => new Answer<Landing>.Given(new Landing.Landed(new CoreSettlement(verdict.SetlId, order.Split))),
            var verdict => await ReadAsync(party, order, verdict.SetlId),
        };
    }

    private async Task<Answer<Landing>> ReadAsync(CoreParty party, OrderRow order, string setlId) => await question.AskAsync(party, order, setlId) switch
    {
        Answer<QuerySettlementReply>.Given { Value: var read } => FsiCore.Settlement(read.Setlinfo).Select<Landing>(found => new Landing.Landed(found)),
        var other => new Answer<Landing>.Unknown(other.Note),
    };

}
