using YbPay.Contracts.Tables;

namespace YbPay.Contracts.MobilePay;

/// <summary>What holds between the fields of a bill. Pure; every problem is reported. Rulings C4, C5.</summary>
public static class UploadFeesRules
{
    public static IReadOnlyList<RuleProblem> Check(UploadFeesRequest bill) =>
        [.. CredentialGiven(bill), .. VisitGivenWithoutToken(bill), .. LinesAddUp(bill)];

    /// <summary>The patient's consent: ecToken (printed as required) or payAuthNo.</summary>
    private static IEnumerable<RuleProblem> CredentialGiven(UploadFeesRequest bill)
    {
        if (string.IsNullOrEmpty(bill.EcToken) && string.IsNullOrEmpty(bill.PayAuthNo))
            yield return new("ecToken", nameof(CredentialGiven), "ecToken 与 payAuthNo 不可同时为空");
    }

    /// <summary>Without the token nothing else tells the core which visit is meant.</summary>
    private static IEnumerable<RuleProblem> VisitGivenWithoutToken(UploadFeesRequest bill)
    {
        if (string.IsNullOrEmpty(bill.EcToken) && string.IsNullOrEmpty(bill.MdtrtId))
            yield return new("mdtrtId", nameof(VisitGivenWithoutToken), "未传 ecToken 时 mdtrtId 必填");
    }

    private static IEnumerable<RuleProblem> LinesAddUp(UploadFeesRequest bill)
    {
        if (bill.FeedetailList.Sum(line => line.DetItemFeeSumamt) != bill.MedfeeSumamt)
            yield return new("medfeeSumamt", nameof(LinesAddUp), "费用明细合计与医疗费总额不一致");
    }
}
