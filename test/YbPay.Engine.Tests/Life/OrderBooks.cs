using YbPay.Engine.Ledger;
using YbPay.Engine.Money;

namespace YbPay.Engine.Tests.Life;

/// <summary>The books of one order as a store would keep them: an entry once, a sum for each account.</summary>
internal sealed class OrderBooks
{
    private readonly HashSet<string> _posted = [];
    private readonly Dictionary<string, Fen> _sums = [];

    public int Entries => _posted.Count;

    /// <summary>An entry that balances (its constructor sees to that) and was never posted before.</summary>
    public void Post(LedgerEntry entry)
    {
        _posted.Add(entry.EntryId).ShouldBeTrue($"{entry.EntryId} was posted twice");
        foreach (var posting in entry.Postings) _sums[posting.Account] = Of(posting.Account) + posting.Amount;
    }

    public Fen Of(string account) => _sums.GetValueOrDefault(account);

    public Fen Total() => _sums.Values.Aggregate(Fen.Zero, (a, b) => a + b);
}
