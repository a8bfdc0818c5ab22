using System.Globalization;
using YbPay.Bureau;
using YbPay.Contracts.MobilePay;
using YbPay.Engine.Money;
using YbPay.Sandbox.Plan;

namespace YbPay.Cli.Demo;

/// <summary>A bill as a hospital would upload it: real catalogue items, drawn by the given randomness, so that bills differ.</summary>
internal sealed class DemoBill(Random random, TimeProvider clock)
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>Unit prices in fen by charge type, as they are met at a hospital.</summary>
    private static readonly Dictionary<string, (int From, int To)> Prices = new(StringComparer.Ordinal)
    {
        ["01"] = (4000, 9000), ["02"] = (1000, 6000), ["03"] = (9000, 52000), ["04"] = (1500, 9000), ["05"] = (800, 3000), ["07"] = (1500, 3000),
        ["08"] = (900, 9000), ["09"] = (600, 6000), ["10"] = (300, 2500), ["11"] = (1200, 4500), ["13"] = (200, 1000),
    };

    /// <summary>An outpatient bill of a few lines for a person at an institution; the amounts add up.</summary>
    public UploadFeesRequest Outpatient(string orgCodg, DecodeQrCodeReply person, SandboxPerson insured)
    {
        var psnNo = insured.PsnNo;
        var now = clock.GetUtcNow().ToOffset(China);
        var number = now.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture) + random.Next(1000, 9999).ToString(CultureInfo.InvariantCulture);
        var stamp = now.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        var items = BureauSeed.Default.Items.Where(item => Prices.ContainsKey(item.ChargeType) && item.ChargeType is not ("01" or "07")).ToArray();
        random.Shuffle(items);
        // An examination in every bill lifts it over the deductible; the patient then sees the fund pay.
        var drawn = items.Where(item => item.ChargeType == "03").Take(2).Concat(items.Where(item => item.ChargeType != "03").Take(random.Next(2, 6)));
        var lines = drawn.Select((item, i) => Line(item, i + 1, number, psnNo, stamp)).ToArray();
        return new UploadFeesRequest
        {
            OrgCodg = orgCodg, PsnNo = psnNo, Insutype = insured.Insutype, MedOrgOrd = "MO" + number, Begntime = stamp, IdNo = person.IdNo, UserName = person.UserName,
            IdType = person.IdType, EcToken = person.EcToken, PayAuthNo = person.AuthNo, InsuplcAdmdvs = person.InsuOrg, IptOtpNo = "OP" + number,
            DeptCode = "A0301", DeptName = "心血管内科门诊", Caty = "A03.01", MedType = "11", FeeType = "01", MedfeeSumamt = lines.Sum(line => line.DetItemFeeSumamt),
            // Only an account that cannot pay all of it leaves something for the cash part of the demonstration.
            AcctUsedFlag = insured.AccountBalance < lines.Sum(line => line.DetItemFeeSumamt) / 4 ? "1" : "0", DiseCodg = "I10.x00", PsnSetlway = "01", ChrgBchno = "CB" + number, PubHospRfomFlag = "1",
            DiseinfoList =
            [
                new FeeDiagnosis
                {
                    DiagType = "1", DiagSrtNo = 1, DiagCode = "I10.x00", DiagName = "原发性高血压", DiagDept = "A0301", DiseDorNo = "D440100000123", DiseDorName = "示例医师",
                    DiagTime = stamp, ValiFlag = "1",
                },
            ],
            FeedetailList = lines,
        };
    }

    private FeeLine Line(SeedItem item, int number, string bill, string psnNo, string stamp)
    {
        var (from, to) = Prices[item.ChargeType];
        var price = new Fen(random.Next(from, to));
        var count = item.ChargeType is "09" or "10" or "11" ? random.Next(1, 4) : 1;
        return new FeeLine
        {
            FeedetlSn = $"{bill}{number:D2}", PsnNo = psnNo, ChrgBchno = "CB" + bill, RxCircFlag = "0", FeeOcurTime = stamp, MedListCodg = item.Code,
            MedinsListCodg = "YN" + item.Code, DetItemFeeSumamt = new Fen(checked(price.Value * count)).ToYuan(), Cnt = count, Pric = price.ToYuan(),
            BilgDeptCodg = "A0301", BilgDeptName = "心血管内科门诊", BilgDrCodg = "D440100000123", BilgDrName = "示例医师", HospApprFlag = "0", MedType = "11",
            MedListName = item.Name, MedListSpc = "见目录",
        };
    }
}
