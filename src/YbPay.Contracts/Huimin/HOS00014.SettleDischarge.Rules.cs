using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Huimin;

/// <summary>What holds between the fields of a discharge settlement; its amounts are judged with the trial and the deposits, by the engine.</summary>
public static class SettleDischargeRules
{
    public static IReadOnlyList<NamedRule<SettleDischargeRequest>> All { get; } =
    [
        new(nameof(NumbersOnce), "origPayQueryId", "origPayQueryId 最多100个订单号，且不能重复", NumbersOnce),
    ];

    /// <summary>Every problem at once; empty when there is none.</summary>
    public static IReadOnlyList<RuleProblem> Check(SettleDischargeRequest settlement) => NamedRule<SettleDischargeRequest>.Check(All, settlement);

    private static bool NumbersOnce(SettleDischargeRequest settlement) => AreFewAndDifferent(settlement.OrigPayQueryId);

    // A number named twice would count its deposit twice.
    internal static bool AreFewAndDifferent(OrderNumbers orders) =>
        orders.Numbers.Count <= OrderNumbers.Most && orders.Numbers.Distinct(StringComparer.Ordinal).Count() == orders.Numbers.Count;
}
