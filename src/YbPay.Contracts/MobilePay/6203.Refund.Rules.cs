using YbPay.Contracts.Tables;

namespace YbPay.Contracts.MobilePay;

/// <summary>What holds between the fields of a refund; amounts are judged against the order by the engine. Ruling C9.</summary>
public static class RefundRules
{
    public static IReadOnlyList<RuleProblem> Check(RefundRequest refund) => [.. CredentialGiven(refund)];

    /// <summary>ecToken, payAuthNo, or the revsToken that authorises a reversal after the hospital's own settlement failed.</summary>
    private static IEnumerable<RuleProblem> CredentialGiven(RefundRequest refund)
    {
        if (string.IsNullOrEmpty(refund.EcToken) && string.IsNullOrEmpty(refund.PayAuthNo) && refund.ExpContent?.RevsToken is null)
            yield return new("ecToken", nameof(CredentialGiven), "ecToken 与 payAuthNo 不可同时为空");
    }
}
