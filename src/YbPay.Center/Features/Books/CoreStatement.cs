using YbPay.Center.Core;
using YbPay.Center.Running;
using YbPay.Center.Vouchers;
using YbPay.Contracts;
using YbPay.Engine.Money;
using YbPay.Protocol.Outgoing;
using YbPay.Storage.Ledger;
using YbPay.Storage.Legs;

namespace YbPay.Center.Features.Books;

/// <summary>
/// Our settlements and cancellations against the core's (3202), institution by institution. What only the core has is a breach
/// when it stands there under a msgid of ours; hospitals also settle at their own windows, which is not our business.
/// </summary>
internal sealed class CoreStatement(CenterBooks books, DetailCheck check)
{
    private const string Name = "the core's settlements agree";

    private sealed record SettledRow
    {
        public required string OrgCodg { get; init; }

        public required string PayOrdId { get; init; }

        public required byte[] Person { get; init; }

        public required string CoreMdtrtId { get; init; }

        public required string LegId { get; init; }

        public required string Kind { get; init; }

        public required string Reference { get; init; }

        public required long FeeSum { get; init; }

        public required long Fund { get; init; }

        public required long PsnAcct { get; init; }
    }

    /// <summary>A settlement that stands at the core and not on its order (it fell apart meanwhile) differs in its amounts.</summary>
    public async Task<BooksClaim> CheckAsync(DateTimeOffset from)
    {
        var ours = await books.Database.ReadAsync(session => session.QueryAsync<SettledRow>(
            """
            SELECT o.org_codg, o.pay_ord_id, o.person, o.core_mdtrt_id, l.leg_id, l.kind, l.reference, o.fee_sum, COALESCE(o.fund, 0) AS fund, COALESCE(o.psn_acct, 0) AS psn_acct
            FROM legs l JOIN orders o ON o.pay_ord_id = l.owner_id
            WHERE l.kind IN ('2207', '2304', '2208', '2305') AND l.state = 1 AND l.created_at >= @from
            UNION ALL
            SELECT o.org_codg, o.pay_ord_id, o.person, o.core_mdtrt_id, l.leg_id, l.kind, l.reference, o.fee_sum, COALESCE(o.fund, 0) AS fund, COALESCE(o.psn_acct, 0) AS psn_acct
            FROM legs l JOIN refunds r ON r.refd_sn = l.owner_id JOIN orders o ON o.pay_ord_id = r.pay_ord_id
            WHERE l.kind IN ('refund.2208', 'refund.2305') AND l.state = 1 AND l.created_at >= @from
            """,
            new { from = from.ToUnixTimeMilliseconds() }));
        var breaches = new List<string>();
        foreach (var institution in ours.GroupBy(row => row.OrgCodg))
            if (await CompareAsync(institution.Key, [.. institution], from, breaches) is { } why) return new BooksClaim(Name, ours.Count, [], why);
        return new BooksClaim(Name, ours.Count, breaches);
    }

    /// <summary>Null when the core answered.</summary>
    private async Task<string?> CompareAsync(string orgCodg, IReadOnlyList<SettledRow> ours, DateTimeOffset from, List<string> breaches)
    {
        var party = new CoreParty(orgCodg, orgCodg, new Person(new Personal(""), new Personal(""), "01", new Personal(""), books.Options.Admdvs));
        var today = DateOnly.FromDateTime(books.Time.ToOffset(from.Offset).DateTime);
        var answer = await check.AskAsync(party, [.. ours.Select(Row)], DateOnly.FromDateTime(from.DateTime), today);
        if (answer is not Answer<IReadOnlyList<DetailRow>>.Given { Value: var verdicts }) return $"the core: {answer.Note}";
        var orderOf = ours.ToDictionary(row => row.LegId, row => row.PayOrdId, StringComparer.Ordinal);
        foreach (var verdict in verdicts.Where(v => v.StmtRslt != DetailRow.Equal))
        {
            if (verdict.StmtRslt != DetailRow.OnlyThere)
                breaches.Add($"{(verdict.StmtRslt == DetailRow.OnlyHere ? "missing there" : "amount")}: {orderOf.GetValueOrDefault(verdict.Msgid, verdict.Msgid)}");
            // An open leg may be ahead of us at the core, and the resolver will learn it; a failed one must not stand there.
            else if (await books.Database.ReadAsync(session => LegStore.FindAsync(session, verdict.Msgid)) is { State: LegState.Failed } leg)
                breaches.Add($"state: leg {leg.LegId} is {leg.State} here and stands there");
        }

        return null;
    }

    private DetailRow Row(SettledRow row)
    {
        var cancels = row.Kind is not (LegKinds.Settle or LegKinds.SettleStay);
        var sign = cancels ? -1 : 1;
        return new DetailRow(
            Person.Open(books.Cipher, row.Person).PsnNo.Reveal(), row.CoreMdtrtId, row.Reference, row.LegId, "", cancels,
            new Fen(sign * row.FeeSum), new Fen(sign * row.Fund), new Fen(sign * row.PsnAcct));
    }
}
