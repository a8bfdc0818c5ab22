namespace YbPay.Engine.Claims;

/// <summary>What a hospital can send to a case; the number is that of the interface.</summary>
public enum DocumentKind
{
    /// <summary>HOS00020 患者资料.</summary>
    PatientRecord = 20,

    /// <summary>HOS00021 电子病历诊疗信息.</summary>
    MedicalRecord = 21,

    /// <summary>HOS00022 费用信息.</summary>
    Expenses = 22,

    /// <summary>HOS00023 电子票据.</summary>
    ElectronicBills = 23,

    /// <summary>HOS00024 检查报告: may be left out where no examination was made.</summary>
    ExaminationReport = 24,

    /// <summary>HOS00028 影像: as the insurer asks for them.</summary>
    Image = 28,
}

/// <summary>Which documents a case needs before it is reported (HOS00027).</summary>
public static class ClaimDocuments
{
    private static readonly DocumentKind[] ForDocumentCases =
        [DocumentKind.PatientRecord, DocumentKind.MedicalRecord, DocumentKind.Expenses, DocumentKind.ElectronicBills];

    /// <summary>A direct claim needs none: trial and discharge tell the insurer what it needs.</summary>
    public static IReadOnlyList<DocumentKind> Needed(ClaimKind kind) => kind switch
    {
        ClaimKind.Direct => [],
        ClaimKind.Fast => ForDocumentCases,
        ClaimKind.Relief => ForDocumentCases,
    };

    /// <summary>What is still to be sent, in the order of the interfaces.</summary>
    public static IReadOnlyList<DocumentKind> Missing(ClaimKind kind, IReadOnlyCollection<DocumentKind> given) => [.. Needed(kind).Where(one => !given.Contains(one))];
}
