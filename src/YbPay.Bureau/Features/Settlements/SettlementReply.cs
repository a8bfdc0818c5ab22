using YbPay.Bureau.Features.Accounts;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Fsi;
using YbPay.Contracts;
using YbPay.Engine.Benefits;
using YbPay.Engine.Money;

namespace YbPay.Bureau.Features.Settlements;

/// <summary>A stored settlement as setlinfo and setldetail.</summary>
internal static class SettlementReply
{
    /// <summary>clr_way 1: by item.</summary>
    private const string ByItem = "1";

    /// <param name="settled">False for a pre-settlement, which has no number yet.</param>
    public static SettlementInfo Info(SettlementRow row, PersonProfile person, string psnType, string admdvs, bool settled) => new()
    {
        MdtrtId = row.MdtrtId,
        SetlId = settled ? row.SetlId : null,
        PsnNo = person.PsnNo,
        PsnName = person.Name,
        PsnCertType = person.PsnCertType,
        Certno = person.CertNo,
        Gend = person.Gender,
        Naty = "01",
        Brdy = person.BirthText,
        Age = person.AgeOn(ChinaTime.Day(ChinaTime.Of(row.SettledAt))),
        Insutype = row.Insutype,
        PsnType = psnType,
        CvlservFlag = row.Reckoning is { } reckoning && StoredReckoning.Read(reckoning).CivilServant ? "1" : "0",
        SetlTime = ChinaTime.Text(row.SettledAt),
        MdtrtCertType = row.MdtrtCertType,
        MedType = row.MedType,
        MedfeeSumamt = Yuan(row.Medfee),
        FulamtOwnpayAmt = Yuan(row.OwnPaid),
        OverlmtSelfpay = Yuan(row.OverLimit),
        PreselfpayAmt = Yuan(row.FirstOwnPaid),
        InscpScpAmt = Yuan(row.InScope),
        ActPayDedc = Yuan(row.Deductible),
        HifpPay = Yuan(row.Hifp),
        PoolPropSelfpay = (decimal)row.Ratio / Portion.Whole,
        CvlservPay = Yuan(row.Cvlserv),
        HifesPay = Yuan(row.Hifes),
        HifmiPay = Yuan(row.Hifmi),
        HifobPay = Yuan(row.Hifob),
        MafPay = Yuan(row.Maf),
        HospPartAmt = Yuan(row.HospPart),
        OthPay = Yuan(row.Oth),
        FundPaySumamt = Yuan(row.FundSum),
        PsnPartAmt = Yuan(row.PersonPart),
        AcctPay = Yuan(row.AccountPaid),
        PsnCashPay = Yuan(row.Cash),
        Balc = Yuan(row.AccountLeft),
        AcctMulaidPay = 0m,
        MedinsSetlId = row.Msgid,
        ClrOptins = admdvs,
        ClrWay = ByItem,
        ClrType = row.ClrType,
        HifdmPay = Yuan(row.Hifdm),
    };

    public static SettlementDetail[] Details(SettlementRow row) =>
    [
        .. FundRow.Read(row.Funds).Select(fund => new SettlementDetail
        {
            FundPayType = fund.FundPayType,
            InscpScpAmt = Yuan(fund.InScope),
            CrtPaybLmtAmt = Yuan(fund.Limit),
            FundPayamt = Yuan(fund.Amount),
            FundPayTypeName = fund.Name,
            SetlProcInfo = fund.Process,
        }),
    ];

    /// <summary>Of a settlement that is not in force nothing is owed.</summary>
    public static PaydownInfo Paydown(SettlementRow row, PaydownSums sums) => new()
    {
        CashOwed = row.State is SettlementState.InForce ? Yuan(sums.Owed) : 0m,
        AcctDeducted = Yuan(sums.Personal),
        MulaidDeducted = Yuan(sums.MutualAid),
        WalletDeducted = Yuan(sums.Wallet),
    };

    public static CancelledSettlement Cancelled(SettlementRow row, string admdvs) => new()
    {
        MdtrtId = row.MdtrtId,
        SetlId = row.SetlId,
        SetlTime = ChinaTime.Text(row.SettledAt),
        MedfeeSumamt = Yuan(row.Medfee),
        FulamtOwnpayAmt = Yuan(row.OwnPaid),
        OverlmtSelfpay = Yuan(row.OverLimit),
        PreselfpayAmt = Yuan(row.FirstOwnPaid),
        InscpScpAmt = Yuan(row.InScope),
        ActPayDedc = Yuan(row.Deductible),
        HifpPay = Yuan(row.Hifp),
        PoolPropSelfpay = (decimal)row.Ratio / Portion.Whole,
        CvlservPay = Yuan(row.Cvlserv),
        HifesPay = Yuan(row.Hifes),
        HifmiPay = Yuan(row.Hifmi),
        HifobPay = Yuan(row.Hifob),
        MafPay = Yuan(row.Maf),
        HospPartAmt = Yuan(row.HospPart),
        OthPay = Yuan(row.Oth),
        FundPaySumamt = Yuan(row.FundSum),
        PsnPartAmt = Yuan(row.PersonPart),
        AcctPay = Yuan(row.AccountPaid),
        PsnCashPay = Yuan(row.Cash),
        Balc = Yuan(row.AccountLeft),
        AcctMulaidPay = 0m,
        MedinsSetlId = row.Msgid,
        ClrOptins = admdvs,
        ClrWay = ByItem,
        ClrType = row.ClrType,
        HifdmPay = Yuan(row.Hifdm),
    };

    private static decimal Yuan(long fen) => new Fen(fen).ToYuan();
}
