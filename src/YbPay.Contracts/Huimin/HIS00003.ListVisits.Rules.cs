using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Huimin;

/// <summary>What holds between the fields of a question for visits.</summary>
public static class ListVisitsRules
{
    public static IReadOnlyList<NamedRule<ListVisitsRequest>> All { get; } =
    [
        new(nameof(DaysInOrder), "medEndDate", "就诊结束时间不能早于开始时间", DaysInOrder),
    ];

    /// <summary>Every problem at once; empty when there is none.</summary>
    public static IReadOnlyList<RuleProblem> Check(ListVisitsRequest question) => NamedRule<ListVisitsRequest>.Check(All, question);

    // Both are yyyyMMdd, so that the order of the texts is the order of the days.
    private static bool DaysInOrder(ListVisitsRequest question) => string.CompareOrdinal(question.MedStartDate, question.MedEndDate) <= 0;
}
