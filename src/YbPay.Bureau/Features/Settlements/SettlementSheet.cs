using System.Globalization;
using YbPay.Contracts;
using YbPay.Engine.Benefits;
using YbPay.Engine.Money;

namespace YbPay.Bureau.Features.Settlements;

/// <summary>One fee line of a settlement as a sheet shows it; amounts in fen.</summary>
internal sealed record SheetLine(string FeedetlSn, string ItemCode, string ItemName, CatalogueClass ItemClass, long Quantity, long Amount, long OwnPaid, long OverLimit, long FirstOwnPaid, long InScope);

/// <summary>Writes a stored settlement as a person checks it by hand. Chinese; nothing personal; nothing reckoned by today's policy.</summary>
internal static class SettlementSheet
{
    /// <param name="row">The settlement, never a cancellation.</param>
    /// <param name="lines">Its lines; none when it was taken back, because then they belong to it no longer.</param>
    public static (IReadOnlyList<string> Lines, bool Agrees) Write(SettlementRow row, string institution, IReadOnlyList<SheetLine> lines)
    {
        var bill = new LineSplit(new Fen(row.Medfee), new Fen(row.OwnPaid), new Fen(row.OverLimit), new Fen(row.FirstOwnPaid), new Fen(row.InScope));
        var reckoning = row.Reckoning is { } text ? StoredReckoning.Read(text) : null;
        var sheet = new List<string>
        {
            $"结算 {row.SetlId}  {ChinaTime.Text(row.SettledAt)}  {StateOf(row.State)}",
            $"机构 {row.Institution} {institution}  就诊 {row.MdtrtId}  险种 {row.Insutype}  医疗类别 {row.MedType}",
        };
        if (reckoning is not null)
            sheet.Add($"人员类别 {reckoning.PsnType}  医院等级 {reckoning.HospitalLevel}  政策 {reckoning.Admdvs} {reckoning.PolicyName}（结算当时保存的计算，不按今日政策重算）");
        AddLines(sheet, row, lines);
        sheet.AddRange(BenefitExplanation.Head(bill));
        if (reckoning is not null) sheet.AddRange(BenefitExplanation.Funds(reckoning.Funds));
        else foreach (var fund in FundRow.Read(row.Funds).Where(fund => fund.FundPayType != FundRow.PersonalAccount)) sheet.Add($"{fund.Name}支付 {new Fen(fund.Amount)}（{fund.Process}）");
        sheet.AddRange(BenefitExplanation.Tail(bill.Amount, new Fen(row.FundSum), new Fen(row.HospPart), new Fen(row.AccountPaid), new Fen(row.Cash), new Fen(row.AccountLeft)));

        var wrong = Disagreements(row, reckoning, lines);
        sheet.AddRange(wrong.Count == 0 ? ["核对：明细、各基金与合计相符"] : wrong.Select(what => "核对不符：" + what));
        return (sheet, wrong.Count == 0);
    }

    private static void AddLines(List<string> sheet, SettlementRow row, IReadOnlyList<SheetLine> lines)
    {
        if (lines.Count == 0)
        {
            sheet.Add(row.State is SettlementState.InForce ? "没有费用明细" : "结算已收回，费用明细已不属于它");
            return;
        }

        sheet.Add("序号  类  数量 金额 | 全自费 超限价 先行自付 范围内 | 项目");
        foreach (var line in lines)
        {
            var grade = line.ItemClass switch { CatalogueClass.A => "甲", CatalogueClass.B => "乙", CatalogueClass.C => "丙" };
            var count = (line.Quantity / (decimal)Portion.Whole).ToString("0.####", CultureInfo.InvariantCulture);
            sheet.Add($"{line.FeedetlSn}  {grade}  {count} {new Fen(line.Amount)} | {new Fen(line.OwnPaid)} {new Fen(line.OverLimit)} {new Fen(line.FirstOwnPaid)} {new Fen(line.InScope)} | {line.ItemCode} {line.ItemName}".TrimEnd());
        }
    }

    /// <summary>Adds again what stands there: lines to the bill, each fund's own reckoning, funds to their sum.</summary>
    private static List<string> Disagreements(SettlementRow row, StoredReckoning? reckoning, IReadOnlyList<SheetLine> lines)
    {
        var wrong = new List<string>();
        if (lines.Count > 0 || row.State is SettlementState.InForce)
        {
            if (lines.Sum(line => line.Amount) != row.Medfee) wrong.Add($"明细金额合计 {new Fen(lines.Sum(line => line.Amount))}，结算 {new Fen(row.Medfee)}");
            if (lines.Sum(line => line.InScope) != row.InScope) wrong.Add($"明细范围内合计 {new Fen(lines.Sum(line => line.InScope))}，结算 {new Fen(row.InScope)}");
        }

        if (row.OwnPaid + row.OverLimit + row.FirstOwnPaid + row.InScope != row.Medfee) wrong.Add("费用总额与四部分之和");
        if (row.FundSum + row.PersonPart + row.HospPart != row.Medfee) wrong.Add("费用总额与基金、个人、医院之和");
        if (row.AccountPaid + row.Cash != row.PersonPart) wrong.Add("个人负担与账户、现金之和");
        var paid = FundRow.Read(row.Funds).Where(fund => fund.FundPayType != FundRow.PersonalAccount).Sum(fund => fund.Amount);
        if (paid != row.FundSum) wrong.Add($"各基金合计 {new Fen(paid)}，结算 {new Fen(row.FundSum)}");
        foreach (var share in reckoning?.Funds ?? []) Check(wrong, share);
        if (reckoning is not null && reckoning.Funds.Sum(share => share.Amount.Value) != row.FundSum) wrong.Add("各基金的计算与基金合计");
        return wrong;
    }

    private static void Check(List<string> wrong, FundShare share)
    {
        var again = share.Grant.Reckon(share.From, share.Base, share.Used);
        if (again.Deductible != share.Deductible || again.ByRatio != share.ByRatio || again.Limit != share.Limit || again.Amount != share.Amount || !again.Parts.SequenceEqual(share.Parts))
            wrong.Add($"{share.Grant.Group}：按所存比例、起付线与封顶重算得 {again.Amount}，所存 {share.Amount}{(again.Amount == share.Amount ? "，但中间步骤不同" : "")}");
    }

    private static string StateOf(SettlementState state) => state switch
    {
        SettlementState.InForce => "有效",
        SettlementState.Cancelled => "已撤销",
        SettlementState.Cancellation => "撤销单",
        SettlementState.Reversed => "已冲正",
    };
}
