using YbPay.Contracts.Fsi;

namespace YbPay.Bureau.Tests.Hosting;

/// <summary>fsi.md's six equations, on what went over the wire.</summary>
internal static class SixEquations
{
    /// <param name="lines">The sum of the lines' det_item_fee_sumamt.</param>
    public static void Hold(SettlementInfo info, SettlementDetail[] details, decimal lines)
    {
        lines.ShouldBe(info.MedfeeSumamt);
        (info.FulamtOwnpayAmt + info.OverlmtSelfpay + info.PreselfpayAmt + info.InscpScpAmt).ShouldBe(info.MedfeeSumamt);
        (info.HifpPay + info.CvlservPay + info.HifesPay + info.HifmiPay + info.HifobPay + info.HifdmPay!.Value + info.MafPay + info.OthPay).ShouldBe(info.FundPaySumamt);
        (info.AcctPay + info.PsnCashPay).ShouldBe(info.PsnPartAmt);
        (info.FundPaySumamt + info.PsnPartAmt + info.HospPartAmt!.Value).ShouldBe(info.MedfeeSumamt);
        details.Where(row => row.FundPayType != "310200").Sum(row => row.FundPayamt).ShouldBe(info.FundPaySumamt);
    }
}
