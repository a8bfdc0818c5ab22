using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Huimin;

/// <summary>What holds between the fields of a discharge trial; its amounts are judged with the deposits, by the engine. Ruling D7.</summary>
public static class TryDischargeRules
{
    public static IReadOnlyList<NamedRule<TryDischargeRequest>> All { get; } =
    [
        new(nameof(ExtensionWhole), "extParams", "extParams 中有 treatmentSerialNo 时，应同时有 setlId，金额应为不小于零的整数分", ExtensionWhole),
        new(nameof(NumbersOnce), "origPayQueryId", "origPayQueryId 最多100个订单号，且不能重复", NumbersOnce),
    ];

    /// <summary>Every problem at once; empty when there is none.</summary>
    public static IReadOnlyList<RuleProblem> Check(TryDischargeRequest trial) => NamedRule<TryDischargeRequest>.Check(All, trial);

    private static bool ExtensionWhole(TryDischargeRequest trial) => CreditExtension.IsWhole(trial.ExtParams);

    private static bool NumbersOnce(TryDischargeRequest trial) => SettleDischargeRules.AreFewAndDifferent(trial.OrigPayQueryId);
}
