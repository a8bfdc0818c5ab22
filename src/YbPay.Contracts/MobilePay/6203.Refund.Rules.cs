using YbPay.Contracts.Tables;

namespace YbPay.Contracts.MobilePay;

/// <summary>What holds between the fields of a refund; its amounts are judged against the order, by the engine. Ruling C9.</summary>
public static class RefundRules
{
    public static IReadOnlyList<NamedRule<RefundRequest>> All { get; } =
    [
        new(nameof(CredentialGiven), "ecToken", "ecToken 与 payAuthNo 不可同时为空", CredentialGiven),
    ];

    /// <summary>Every problem at once; empty when there is none.</summary>
    public static IReadOnlyList<RuleProblem> Check(RefundRequest refund) => NamedRule<RefundRequest>.Check(All, refund);

    // The revsToken of 6301 and 6302 authorises one reversal after the hospital's own settlement failed.
    private static bool CredentialGiven(RefundRequest refund) =>
        !string.IsNullOrEmpty(refund.EcToken) || !string.IsNullOrEmpty(refund.PayAuthNo) || refund.ExpContent?.RevsToken is not null;
}
