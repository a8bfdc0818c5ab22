using System.Globalization;
using YbPay.Contracts.MobilePay;

namespace YbPay.Center.Tests.Hosting;

/// <summary>What a patient is billed for, before it is anybody's.</summary>
internal sealed record Bill
{
    /// <summary>Amoxicillin, class A without a price limit: all of it in scope.</summary>
    private const string ClassA = "XJ01CAA040E001010101745";

    /// <summary>Imported sutures, class C: none of it in scope.</summary>
    private const string ClassC = "C1401210010000300128";

    private static readonly TimeSpan China = TimeSpan.FromHours(8);
    private static int count;

    public required IReadOnlyList<(string Item, decimal Price)> Lines { get; init; }

    public bool UsesAccount { get; init; }

    public bool IsStay { get; init; }

    /// <summary>The hospital's own order number; a new one when null.</summary>
    public string? MedOrgOrd { get; init; }

    /// <summary>One line that insurance covers, in yuan.</summary>
    public static Bill Covered(decimal yuan) => new() { Lines = [(ClassA, yuan)] };

    /// <summary>One line that insurance does not cover, in yuan.</summary>
    public static Bill NotCovered(decimal yuan) => new() { Lines = [(ClassC, yuan)] };

    /// <summary>A stay in hospital, one line that insurance covers.</summary>
    public static Bill Stay(decimal yuan) => Covered(yuan) with { IsStay = true };

    public UploadFeesRequest For(Hospital hospital, Patient patient)
    {
        var number = Number();
        var time = hospital.Host.Clock.GetUtcNow().ToOffset(China).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return new UploadFeesRequest
        {
            OrgCodg = hospital.OrgCodg, PsnNo = patient.Person.PsnNo, Insutype = patient.Person.Insutype, MedOrgOrd = MedOrgOrd ?? "MO" + number, Begntime = time,
            IdNo = patient.Person.IdNo, UserName = patient.Person.UserName, IdType = patient.Person.IdType, EcToken = patient.EcToken, PayAuthNo = patient.PayAuthNo,
            InsuplcAdmdvs = patient.Person.InsuplcAdmdvs, IptOtpNo = "OP" + number, DeptCode = "A0301", DeptName = "内科", Caty = "A03.01",
            MedType = IsStay ? "21" : "11", FeeType = IsStay ? "02" : "01", MedfeeSumamt = Lines.Sum(line => line.Price), AcctUsedFlag = UsesAccount ? "1" : "0",
            DiseCodg = "J06.900", PsnSetlway = "01", ChrgBchno = "CB" + number, PubHospRfomFlag = "1", Fetts = IsStay ? 1 : null, MatnType = IsStay ? "9" : null,
            DiseinfoList =
            [
                new FeeDiagnosis
                {
                    DiagType = "1", DiagSrtNo = 1, DiagCode = "J06.900", DiagName = "急性上呼吸道感染", DiagDept = "A0301", DiseDorNo = "D440100000123",
                    DiseDorName = "示例医师", DiagTime = time, ValiFlag = "1",
                },
            ],
            FeedetailList = [.. Lines.Select((line, i) => Line(line.Item, line.Price, $"{number}{i:D2}", number, patient, time))],
        };
    }

    private static FeeLine Line(string item, decimal price, string serial, string number, Patient patient, string time) => new()
    {
        FeedetlSn = serial, PsnNo = patient.Person.PsnNo, ChrgBchno = "CB" + number, RxCircFlag = "0", FeeOcurTime = time, MedListCodg = item,
        MedinsListCodg = "L" + item, DetItemFeeSumamt = price, Cnt = 1, Pric = price, BilgDeptCodg = "A0301", BilgDeptName = "内科", BilgDrCodg = "D440100000123",
        BilgDrName = "示例医师", HospApprFlag = "0", MedType = "11", MedListName = "示例项目", MedListSpc = "见目录",
    };

    public static string Number() => string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}{Interlocked.Increment(ref count):D6}");
}
