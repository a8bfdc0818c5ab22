using System.Globalization;
using YbPay.Bureau;
using YbPay.Contracts.MobilePay;
using YbPay.Engine.Money;
using YbPay.Sandbox.Plan;

namespace YbPay.Cli.Demo;

/// <summary>What kind of care is billed for.</summary>
internal enum Care
{
    Outpatient,

    /// <summary>Outpatient care of a chronic disease (门诊慢特病).</summary>
    Chronic,

    Stay,
}

/// <summary>One line of a bill.</summary>
internal sealed record BilledItem(SeedItem Item, Fen Price, int Count)
{
    public Fen Amount => new(checked(Price.Value * Count));
}

/// <summary>What a bill is, apart from its patient and its lines.</summary>
/// <param name="Number">The hospital's own, unique; the numbers on the bill are made from it.</param>
/// <param name="Time">China's.</param>
internal sealed record BillHead(string OrgCodg, string Number, Care Care, bool UsesAccount, DateTimeOffset Time);

/// <summary>Writes a bill as a hospital uploads it (6201); the amounts add up.</summary>
internal static class BillForm
{
    private sealed record Kind(string MedType, string FeeType, string DiagCode, string DiagName, string DeptCode, string DeptName, string Caty);

    public static UploadFeesRequest Of(BillHead head, DecodeQrCodeReply credential, SandboxPerson insured, IReadOnlyList<BilledItem> items)
    {
        var kind = KindOf(head.Care);
        var stamp = head.Time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        FeeLine[] lines = [.. items.Select((item, i) => Line(item, i + 1, head.Number, insured.PsnNo, kind, stamp))];
        return new UploadFeesRequest
        {
            OrgCodg = head.OrgCodg, PsnNo = insured.PsnNo, Insutype = insured.Insutype, MedOrgOrd = "MO" + head.Number, Begntime = stamp, IdNo = credential.IdNo,
            UserName = credential.UserName, IdType = credential.IdType, EcToken = credential.EcToken, PayAuthNo = credential.AuthNo, InsuplcAdmdvs = credential.InsuOrg,
            IptOtpNo = (head.Care == Care.Stay ? "IP" : "OP") + head.Number, DeptCode = kind.DeptCode, DeptName = kind.DeptName, Caty = kind.Caty, MedType = kind.MedType,
            FeeType = kind.FeeType, MedfeeSumamt = lines.Sum(line => line.DetItemFeeSumamt), AcctUsedFlag = head.UsesAccount ? "1" : "0", DiseCodg = kind.DiagCode,
            PsnSetlway = "01", ChrgBchno = "CB" + head.Number, PubHospRfomFlag = "1", Fetts = head.Care == Care.Stay ? 1 : null, MatnType = head.Care == Care.Stay ? "9" : null,
            DiseinfoList =
            [
                new FeeDiagnosis
                {
                    DiagType = "1", DiagSrtNo = 1, DiagCode = kind.DiagCode, DiagName = kind.DiagName, DiagDept = kind.DeptCode, DiseDorNo = "D440100000123",
                    DiseDorName = "示例医师", DiagTime = stamp, ValiFlag = "1",
                },
            ],
            FeedetailList = lines,
        };
    }

    private static Kind KindOf(Care care) => care switch
    {
        Care.Outpatient => new("11", "01", "I10.x00", "原发性高血压", "A0301", "心血管内科门诊", "A03.01"),
        Care.Chronic => new("14", "01", "E11.900", "2型糖尿病", "A0304", "内分泌科门诊", "A03.04"),
        Care.Stay => new("21", "02", "J18.900", "肺炎", "A0302", "呼吸内科病区", "A03.02"),
    };

    private static FeeLine Line(BilledItem billed, int number, string bill, string psnNo, Kind kind, string stamp) => new()
    {
        FeedetlSn = string.Create(CultureInfo.InvariantCulture, $"{bill}{number:D2}"), PsnNo = psnNo, ChrgBchno = "CB" + bill, RxCircFlag = "0", FeeOcurTime = stamp,
        MedListCodg = billed.Item.Code, MedinsListCodg = "YN" + billed.Item.Code, DetItemFeeSumamt = billed.Amount.ToYuan(), Cnt = billed.Count, Pric = billed.Price.ToYuan(),
        BilgDeptCodg = kind.DeptCode, BilgDeptName = kind.DeptName, BilgDrCodg = "D440100000123", BilgDrName = "示例医师", HospApprFlag = "0", MedType = kind.MedType,
        MedListName = billed.Item.Name, MedListSpc = "见目录",
    };
}
