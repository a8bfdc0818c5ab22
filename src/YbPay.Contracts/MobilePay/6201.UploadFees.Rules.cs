using YbPay.Contracts.Tables;

namespace YbPay.Contracts.MobilePay;

/// <summary>What holds between the fields of a bill. Rulings C4, C5.</summary>
public static class UploadFeesRules
{
    public static IReadOnlyList<NamedRule<UploadFeesRequest>> All { get; } =
    [
        new(nameof(CredentialGiven), "ecToken", "ecToken 与 payAuthNo 不可同时为空", CredentialGiven),
        new(nameof(VisitGivenWithoutToken), "mdtrtId", "未传 ecToken 时 mdtrtId 必填", VisitGivenWithoutToken),
        new(nameof(LinesAddUp), "medfeeSumamt", "费用明细合计与医疗费总额不一致", LinesAddUp),
    ];

    /// <summary>Every problem at once; empty when there is none.</summary>
    public static IReadOnlyList<RuleProblem> Check(UploadFeesRequest bill) => NamedRule<UploadFeesRequest>.Check(All, bill);

    // The patient's consent; ecToken alone is printed as required.
    private static bool CredentialGiven(UploadFeesRequest bill) => !string.IsNullOrEmpty(bill.EcToken) || !string.IsNullOrEmpty(bill.PayAuthNo);

    // Without the token nothing else tells the core which visit is meant.
    private static bool VisitGivenWithoutToken(UploadFeesRequest bill) => !string.IsNullOrEmpty(bill.EcToken) || !string.IsNullOrEmpty(bill.MdtrtId);

    private static bool LinesAddUp(UploadFeesRequest bill) => bill.FeedetailList.Sum(line => line.DetItemFeeSumamt) == bill.MedfeeSumamt;
}
