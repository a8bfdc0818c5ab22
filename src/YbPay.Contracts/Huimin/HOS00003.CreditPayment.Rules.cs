using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Huimin;

/// <summary>What holds between the fields of a credit payment. Ruling D7.</summary>
public static class CreditPaymentRules
{
    public static IReadOnlyList<NamedRule<CreditPaymentRequest>> All { get; } =
    [
        new(nameof(ExtensionWhole), "extParams", "extParams 中有 treatmentSerialNo 时，应同时有 setlId，金额应为不小于零的整数分", ExtensionWhole),
    ];

    /// <summary>Every problem at once; empty when there is none.</summary>
    public static IReadOnlyList<RuleProblem> Check(CreditPaymentRequest payment) => NamedRule<CreditPaymentRequest>.Check(All, payment);

    // An extension that is understood in part would leave out what the insurer pays.
    private static bool ExtensionWhole(CreditPaymentRequest payment) => CreditExtension.IsWhole(payment.ExtParams);
}
