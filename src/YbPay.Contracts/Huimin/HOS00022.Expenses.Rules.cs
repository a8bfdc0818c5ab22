using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Huimin;

/// <summary>What the document asks of the bills of a case: payId is unique.</summary>
public static class ExpensesRules
{
    public static IReadOnlyList<NamedRule<ExpensesRequest>> All { get; } =
    [
        new(nameof(BillsOnce), "feeList", "同一支付Id的费用记录不能重复", BillsOnce),
    ];

    /// <summary>Every problem at once; empty when there is none.</summary>
    public static IReadOnlyList<RuleProblem> Check(ExpensesRequest expenses) => NamedRule<ExpensesRequest>.Check(All, expenses);

    private static bool BillsOnce(ExpensesRequest expenses) => expenses.FeeList.DistinctBy(bill => bill.PayId, StringComparer.Ordinal).Count() == expenses.FeeList.Length;
}
