using YbPay.Huimin.Credit;
using YbPay.Huimin.Insurers;
using YbPay.Huimin.Outside;
using YbPay.Huimin.Running;
using YbPay.Storage;
using YbPay.Storage.Ledger;
using YbPay.Storage.Legs;

namespace YbPay.Huimin.Features.Books;

/// <summary>Our legs of the last days against what bank and insurer have in their books. A leg that is open here is no breach: nobody has claimed anything of it yet.</summary>
internal sealed class OtherSides(HuiminBooks books, ICreditBank bank, IInsurer insurer)
{
    public const string BankName = "the credit bank's statement agrees";
    public const string InsurerName = "the insurer's settlements agree";

    private const int Days = 2;

    /// <summary>The insurer is asked one by one, so not for more.</summary>
    private const int Most = 200;

    /// <summary>So far may the bank's clock be behind ours.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromHours(1);

    private sealed record DoneLeg(string LegId, string Kind, LegState State, long Amount, long CreatedAt)
    {
        /// <summary>As a statement writes it: what goes back is negative.</summary>
        public long Moved => Kind == LegKinds.Pay ? Amount : -Amount;
    }

    private sealed record Settled(string EntryId, long Amount);

    private long From => books.Time.AddDays(-Days).ToUnixTimeMilliseconds();

    public async Task<IReadOnlyList<BooksClaim>> CheckAsync() => [await BankAsync(), await InsurerAsync()];

    private async Task<BooksClaim> BankAsync()
    {
        var from = From;
        var ours = await books.Database.ReadAsync(session => LegsAsync(session, from, "('credit.pay', 'credit.refund', 'discharge.refund')"));
        if (await bank.StatementAsync(DateTimeOffset.FromUnixTimeMilliseconds(from) - Slack, books.Time.AddDays(1), CancellationToken.None) is not { } statement)
            return new BooksClaim(BankName, 0, [], "the credit bank does not answer");
        var theirs = statement.ToDictionary(line => line.Number, line => line.Amount.Value, StringComparer.Ordinal);
        var breaches = new List<string>();
        foreach (var leg in ours.Where(leg => leg.State == LegState.Succeeded))
        {
            if (theirs.Remove(leg.LegId, out var amount) && amount != leg.Moved) breaches.Add($"amount: {leg.LegId} is {leg.Moved} here and {amount} there");
            else if (amount == 0 && leg.CreatedAt >= from) breaches.Add($"missing there: {leg.LegId}, {leg.Moved} fen");
        }

        foreach (var (number, amount) in theirs)
        {
            var leg = await books.Database.ReadAsync(session => LegStore.FindAsync(session, number));
            if (leg is null or { State: LegState.Failed }) breaches.Add($"missing here: {number}, {amount} fen");
        }

        return new BooksClaim(BankName, ours.Count + theirs.Count, breaches);
    }

    /// <summary>A settlement is compared by what was posted of it: an insurer may have settled another amount than it was asked for, and that was taken back.</summary>
    private async Task<BooksClaim> InsurerAsync()
    {
        var from = From;
        var (legs, posted) = await books.Database.ReadAsync(async session =>
        {
            var legs = await LegsAsync(session, from, "('payment.insurer', 'payment.insurer-back', 'discharge.insurer', 'discharge.insurer-back')");
            var posted = await session.QueryAsync<Settled>("SELECT entry_id, amount FROM ledger_postings WHERE account LIKE 'insurer:%' AND posted_at >= @from", new { from });
            return (legs, posted.ToDictionary(entry => entry.EntryId[(entry.EntryId.LastIndexOf(':') + 1)..], entry => entry.Amount, StringComparer.Ordinal));
        });
        var asked = legs.Where(leg => leg.State == LegState.Succeeded && leg.CreatedAt >= from).TakeLast(Most).ToList();
        var breaches = new List<string>();
        foreach (var leg in asked)
        {
            var isSettlement = leg.Kind is LegKinds.ClaimOfPayment or LegKinds.ClaimOfDischarge;
            switch (await insurer.AskAsync(leg.LegId, CancellationToken.None))
            {
                case Word<InsurerDone>.Done { Value.Amount.Value: var amount }:
                    if (isSettlement && amount != posted.GetValueOrDefault(leg.LegId)) breaches.Add($"amount: {leg.LegId} is {posted.GetValueOrDefault(leg.LegId)} here and {amount} there");
                    break;
                case Word<InsurerDone>.Refused or Word<InsurerDone>.NeverHeard or Word<InsurerDone>.Waiting:
                    breaches.Add($"missing there: {leg.LegId}");
                    break;
                default:
                    return new BooksClaim(InsurerName, 0, [], "the insurer does not answer");
            }
        }

        return new BooksClaim(InsurerName, asked.Count, breaches);
    }

    private static Task<IReadOnlyList<DoneLeg>> LegsAsync(DbSession session, long from, string kinds) => session.QueryAsync<DoneLeg>(
        $"SELECT leg_id, kind, state, amount, created_at FROM legs WHERE kind IN {kinds} AND updated_at >= @from ORDER BY created_at, leg_id", new { from });
}
