using YbPay.Center.Cash;
using YbPay.Center.Core;
using YbPay.Center.Running;
using YbPay.Contracts;
using YbPay.Protocol.Outgoing;
using YbPay.Storage;
using YbPay.Storage.Ledger;

namespace YbPay.Center.Features.Books;

/// <summary>
/// Compares our legs with what bank and core have in their books, day by day over the last days: the bank's statement line by
/// line, the core's detail check (3202) settlement by settlement, and its word on what accounts paid (5203).
/// </summary>
internal sealed class OtherSides(CenterBooks books, ICashChannel channel, CoreStatement core, AccountsStatement accounts)
{
    private const int Days = 2;

    private sealed record CashRow
    {
        public required string OurNo { get; init; }

        public required long Amount { get; init; }
    }

    public async Task<IReadOnlyList<BooksClaim>> CheckAsync() => [await BankAsync(), await core.CheckAsync(FirstDay()), await accounts.CheckAsync(FirstDay())];

    private DateTimeOffset FirstDay() => ChinaTime.Midnight(ChinaTime.Day(books.Time).AddDays(1 - Days));

    private async Task<BooksClaim> BankAsync()
    {
        const string name = "the bank's statement agrees";
        var theirs = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var day = 0; day < Days; day++)
        {
            switch (await channel.StatementAsync(DateOnly.FromDateTime(FirstDay().AddDays(day).DateTime), CancellationToken.None))
            {
                case Answer<IReadOnlyList<ChannelStatementLine>>.Given given:
                    foreach (var line in given.Value) theirs[line.OurNo] = line.Amount.Value;
                    break;
                case var other:
                    return new BooksClaim(name, 0, [], $"the bank: {other.Note}");
            }
        }

        var ours = await books.Database.ReadAsync(OurCashAsync);
        var breaches = new List<string>();
        foreach (var row in ours)
        {
            if (!theirs.Remove(row.OurNo, out var amount)) breaches.Add($"missing there: {row.OurNo}");
            else if (amount != row.Amount) breaches.Add($"amount: {row.OurNo} is {row.Amount} here and {amount} there");
        }

        breaches.AddRange(theirs.Select(line => $"missing here: {line.Key}, {line.Value} fen"));
        return new BooksClaim(name, ours.Count + theirs.Count, breaches);
    }

    /// <summary>Legs that moved money at the channel, by the day on which we learnt of it; a statement may be a moment ahead of us.</summary>
    private async Task<IReadOnlyList<CashRow>> OurCashAsync(DbSession session) => await session.QueryAsync<CashRow>(
        """
        SELECT leg_id AS our_no, CASE WHEN kind = 'bank.pay' THEN amount ELSE -amount END AS amount
        FROM legs WHERE kind IN ('bank.pay', 'refund.bank', 'bank.return', 'bank.surplus') AND state = 1 AND updated_at >= @from
        """,
        new { from = FirstDay().ToUnixTimeMilliseconds() });
}
