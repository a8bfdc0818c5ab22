using System.Globalization;
using YbPay.Contracts.Dictionaries;
using YbPay.Contracts.Huimin;
using YbPay.Sandbox.Plan;

namespace YbPay.Cli.Demo.Huimin;

/// <summary>What the hospital hands in of a stay for a fast claim (HOS00020 to HOS00024, HOS00028), with the stay's own amounts.</summary>
/// <param name="paidByOthers">Fen: what an insurer paid already at the discharge.</param>
internal sealed class StayDocuments(Stay stay, long paidByOthers)
{
    private const string Icd = "S72.000";
    private const string Diagnosis = "股骨颈骨折";

    private string Admitted => Stamp(stay.Admitted);

    private string Discharged => Stamp(stay.Discharged);

    private string PatientId => "P" + stay.Patient.PsnNo[^8..];

    private string BillId => "FY" + stay.VisitNo;

    /// <summary>What is left to the patient: the sum that the claim is about.</summary>
    public long Left => stay.Own - paidByOthers;

    public PatientRecordRequest Patient() => new()
    {
        PatientId = PatientId, TreatmentSerialNo = stay.VisitNo, Name = stay.Patient.UserName, DocumentsType = "01", DocumentsNo = stay.Patient.IdNo, TreatmentType = TreatmentType.Inpatient,
        TreatmentTime = Admitted, DischargeTime = Discharged, DischargeState = "2", MedicalInsuranceType = stay.Patient.Insutype, DepartmentName = "骨科", DoctorName = "林海东",
        Prepayment = Text(3 * stay.Deposit), Total = Text(stay.Total), MedicalInsuranceTotal = Text(stay.Basic), OutPocketTotal = Text(Left), Nationality = "中国", DrugAllergyFlag = "0",
    };

    public MedicalRecordRequest Record() => new()
    {
        PatientId = PatientId, TreatmentSerialNo = stay.VisitNo, HospitalRegSn = stay.VisitNo, Name = stay.Patient.UserName, Gender = Gender, DocumentsType = 1, DocumentsNo = stay.Patient.IdNo,
        AdmissionTime = Admitted, DischargeTime = Discharged, DepartmentName = "骨科", WardNumber = "3病区", BedNumber = "12", ChiefComplaint = "跌倒致左髋部疼痛、活动受限3小时",
        FirstDiagnosis = Diagnosis, OtherDiagnoses = "无", PastMedicalHistory = "否认高血压、糖尿病史", AllergyHistory = "否认药物过敏史", TreatmentType = 3, DoctorName = "林海东",
        TreatmentPlan = "切开复位内固定", DischargeInstruction = "一个月后门诊复查，避免负重", AdmissionStatus = "2", DischargeState = "2",
        DiagnosisList = [new() { Type = "1", Content = Diagnosis, DiseaseCode = Icd, DiseaseName = Diagnosis, DiagnosisTime = Admitted }],
        OperationInfoList = [new() { SurgicalName = "股骨颈骨折切开复位内固定术", SurgicalCode = "79.3500x003", SurgicalStartTime = Stamp(stay.Admitted.AddDays(1)), SurgicalEndTime = Stamp(stay.Admitted.AddDays(1).AddHours(2)) }],
    };

    public ExpensesRequest Expenses() => new()
    {
        PatientId = PatientId, TreatmentSerialNo = stay.VisitNo, MedicalInsuranceType = stay.Patient.Insutype, ExpenMode = "0040",
        FeeList =
        [
            new()
            {
                DetailList = [.. stay.Lines.Select(Line)],
                PayId = BillId, Total = Text(stay.Total), SocialInAmnt = Text(stay.Total - stay.OutOfPocket), SocialInsuranceTotal = Text(stay.Basic), SocialPayAmnt = Text(stay.Basic),
                ThirdpartyPayTotal = Text(paidByOthers), SocialStartPayLineAmnt = Text(Stay.Deductible), SelfAAmnt = Text(Of("1")), SelfBAmnt = Text(Of("2")), SelfCAmnt = "0",
                TotalAmount = Text(Left), OutOfPocketTotal = Text(stay.OutOfPocket), FeeTime = Discharged,
            },
        ],
    };

    public ElectronicBillsRequest Bills() => new()
    {
        TreatmentSerialNo = stay.VisitNo, SettleFlag = "Y", SettleDate = Day(stay.Discharged), MdtrtType = "2", Certno = stay.Patient.IdNo, PsnName = stay.Patient.UserName,
        Insutype = stay.Patient.Insutype, FixmedinsCode = stay.Hospital.OrgCodg, FixmedinsName = Named.Name, HospitalLevel = "三级甲等", IsInsuranceCovered = "1", HospitalType = "综合医院",
        FixBlngAdmdvs = stay.Hospital.CityCode, MedType = "21",
        BillList =
        [
            new()
            {
                PayId = BillId, ElecSetlCertCode = "44060126", ElecSetlCertNo = stay.VisitNo[^10..], ElecSetlCertChkcode = stay.VisitNo[^6..], ElecSetlCertType = "1", CertSetlType = "1",
                RcptDcType = "M", ElecSetlCertFlag = "0", BillAmt = Text(stay.Total), BillDate = Day(stay.Discharged), BillTime = Discharged, MedSumfee = Text(stay.Total), HifpPay = Text(stay.Basic),
                OthPay = Text(paidByOthers), PsnAcctPay = "0", PsnCashpay = Text(Left), Begntime = Admitted, Endtime = Discharged, DetItemFeeSumamt = Text(stay.Lines[0].Total),
                MedListCodg = stay.Lines[0].Item, MedicalProject = stay.Lines[0].Name,
            },
        ],
    };

    public ExaminationReportRequest Examination() => new()
    {
        TreatmentSerialNo = stay.VisitNo, ReportNo = "BG" + stay.VisitNo, PatientName = stay.Patient.UserName, Gender = Gender.ToString(CultureInfo.InvariantCulture), Age = Age, ImageNo = "DR" + stay.VisitNo,
        Department = "放射科", BedNo = "12", AdmissionNo = stay.VisitNo, InspectionDate = Day(stay.Admitted), InspectionName = "左髋关节正侧位DR", ImagePerformance = "左侧股骨颈骨质不连续，断端移位",
        DiagnosisOpinion = "左侧" + Diagnosis, ReportingDoctor = "吴秀兰", ReviewingDoctor = "郑国强",
    };

    /// <summary>A page that a scanner would give, with the stay's own numbers on it.</summary>
    /// <param name="imageType">3044 出院小结, 3085 医疗费用收据(电子).</param>
    public UploadImageRequest Image(string imageType) => new()
    {
        TreatmentSerialNo = stay.VisitNo, IdNo = stay.Patient.IdNo, FileType = "png", ImageType = imageType, VerifyStatus = "3",
        ImageBase64 = Convert.ToBase64String(ScannedPage.Png(imageType == "3044" ? Summary() : Receipt())),
    };

    private string[] Summary() => ["DISCHARGE SUMMARY", stay.VisitNo, $"ADMITTED {Day(stay.Admitted)}", $"DISCHARGED {Day(stay.Discharged)}", $"DIAGNOSIS {Icd}"];

    private string[] Receipt() =>
    [
        "RECEIPT", stay.VisitNo, Day(stay.Discharged), .. stay.Lines.Select(line => $"{line.Item[..Math.Min(12, line.Item.Length)]} {Yuan(line.Total)}"),
        $"TOTAL {Yuan(stay.Total)}", $"BASIC INSURANCE {Yuan(stay.Basic)}", $"OTHER INSURANCE {Yuan(paidByOthers)}", $"PATIENT {Yuan(Left)}",
    ];

    private ExpenseLine Line(StayLine line) => new()
    {
        PayId = $"{BillId}-{line.Item}", ItemNo = line.Item, ItemName = line.Name, FeeType = line.Type, ReimbursementCategory = line.Category, MedicalCatalogCode = line.Item, MedicalCatalogName = line.Name,
        PriceLimitFlag = "0", QuantityLimitFlag = "0", Price = Text(line.Price), Quantity = Text(line.Quantity), OutOfPocketRatio = line.OwnPercent.ToString("0.00", CultureInfo.InvariantCulture),
        Total = Text(line.Total), DiagnosticFee = "0", BedFee = line.Type == "床位费" ? Text(line.Total) : "0",
    };

    private SandboxInstitution Named => SandboxPlan.Institutions.First(institution => institution.OrgCodg == stay.Hospital.OrgCodg);

    private long Of(string category) => stay.Lines.Where(line => line.Category == category).Sum(line => line.Total);

    /// <summary>GB 11643: the seventeenth digit of an identity number is odd for a man.</summary>
    private int Gender => (stay.Patient.IdNo[16] - '0') % 2 == 1 ? 1 : 2;

    private string Age => (stay.Discharged.Year - int.Parse(stay.Patient.IdNo.AsSpan(6, 4), CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture);

    private static string Text(long amount) => amount.ToString(CultureInfo.InvariantCulture);

    private static string Yuan(long fen) => AccountsPage.Yuan(fen);

    private static string Stamp(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
