using System.Globalization;
using YbPay.Engine.Money;

namespace YbPay.Engine.Benefits;

/// <summary>Writes a calculation as a clerk would check it by hand. Chinese, yuan, nothing personal.</summary>
public static class BenefitExplanation
{
    /// <summary>setl_proc_info of the fund: (in scope - deductible) x ratio, and the cap where it bit.</summary>
    public static string Fund(BenefitRule rule, Fen inScope, Fen deductible, Fen byRatio, Fen paid)
    {
        var capped = paid < byRatio ? $"，年度封顶后支付{paid}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{rule.Group}：(范围内{inScope}-起付线{deductible})×{rule.Ratio / 100m:0.##}%={byRatio}{capped}");
    }

    /// <summary>The whole calculation, one step a line.</summary>
    public static IReadOnlyList<string> Steps(BenefitResult result)
    {
        var steps = new List<string>
        {
            $"费用总额 {result.Bill.Amount}",
            $"全自费 {result.Bill.OwnPaid}，超限价 {result.Bill.OverLimit}，先行自付 {result.Bill.FirstOwnPaid}，符合政策范围 {result.Bill.InScope}",
            $"起付线 {result.Deductible}",
        };
        foreach (var fund in result.Funds) steps.Add($"{fund.Name}支付 {fund.Amount}（{fund.Process}）");
        steps.Add($"个人负担 {result.PersonPart} = {result.Bill.Amount} - 基金 {result.FundSum} - 医院负担 {result.HospitalPart}");
        steps.Add($"其中个人账户 {result.AccountPaid}，现金 {result.Cash}，账户余额 {result.AccountLeft}");
        return steps;
    }
}
