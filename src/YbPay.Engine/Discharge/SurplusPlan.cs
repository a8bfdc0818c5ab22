using YbPay.Engine.Money;

namespace YbPay.Engine.Discharge;

/// <summary>One refund of a surplus: one leg to the bank.</summary>
/// <param name="QueryId">The deposit order it goes back to.</param>
public sealed record SurplusRefund(string QueryId, Fen Amount);

/// <summary>How a surplus goes back over the deposits.</summary>
public static class SurplusPlan
{
    /// <summary>
    /// The latest deposit first, each giving all it holds before the next is touched: no deposit is asked twice, and of the refunds in this order
    /// none could be spared. Of two deposits paid at the same moment the one with the higher number goes first.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or more than the deposits hold.</exception>
    public static IReadOnlyList<SurplusRefund> Of(IEnumerable<Deposit> deposits, Fen surplus)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(surplus.Value, nameof(surplus));
        var refunds = new List<SurplusRefund>();
        foreach (var deposit in deposits.OrderByDescending(one => one.PaidAt).ThenByDescending(one => one.QueryId, StringComparer.Ordinal))
        {
            var amount = Fen.Min(surplus, deposit.Left);
            if (amount <= Fen.Zero) continue;
            refunds.Add(new(deposit.QueryId, amount));
            surplus -= amount;
        }

        ArgumentOutOfRangeException.ThrowIfNotEqual(surplus.Value, 0, nameof(surplus));
        return refunds;
    }
}
