namespace YbPay.Bureau.Door;

/// <summary>The transactions' numbers.</summary>
internal static class Infnos
{
    public const string PersonQuery = "1101";
    public const string OutpatientRegistration = "2201";
    public const string RegistrationCancel = "2202";
    public const string VisitAndDiagnoses = "2203";
    public const string OutpatientLines = "2204";
    public const string OutpatientLinesCancel = "2205";
    public const string OutpatientPreSettlement = "2206";
    public const string OutpatientSettlement = "2207";
    public const string OutpatientSettlementCancel = "2208";
    public const string InpatientLines = "2301";
    public const string InpatientLinesCancel = "2302";
    public const string InpatientPreSettlement = "2303";
    public const string InpatientSettlement = "2304";
    public const string InpatientSettlementCancel = "2305";
    public const string Admission = "2401";
    public const string Reversal = "2601";
    public const string TotalsCheck = "3201";
    public const string DetailCheck = "3202";
    public const string SettlementQuery = "5203";
    public const string PersonalAccountDeduction = "5369";
    public const string MutualAidDeduction = "5373";
    public const string WalletQuery = "5378";
    public const string WalletDeduction = "5379";
    public const string SignIn = "9001";
    public const string FileUpload = "9101";
    public const string FileDownload = "9102";
}
