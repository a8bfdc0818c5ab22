using System.Globalization;
using System.Text;
using YbPay.Engine.Money;

namespace YbPay.Engine.Benefits;

/// <summary>Writes a calculation as a clerk would check it by hand. Chinese, yuan, nothing personal.</summary>
public static class BenefitExplanation
{
    /// <summary>setl_proc_info of one fund: (base - deductible) x ratio, band by band, and the cap where it bit.</summary>
    public static string Fund(FundShare share)
    {
        var text = new StringBuilder(share.Grant.Group).Append('：');
        if (share.Parts.Count <= 1)
        {
            text.Append(CultureInfo.InvariantCulture, $"({NameOf(share.From)}{share.Base}-起付线{share.Deductible})×{Percent(share.Ratio)}={share.ByRatio}");
        }
        else
        {
            text.Append(CultureInfo.InvariantCulture, $"{NameOf(share.From)}{share.Base}-起付线{share.Deductible}={share.Shared}；");
            foreach (var part in share.Parts) text.Append(CultureInfo.InvariantCulture, $"{part.Amount}×{Percent(part.Ratio)}={part.Paid}，");
            text.Append(CultureInfo.InvariantCulture, $"合计{share.ByRatio}");
        }

        if (share.Amount < share.ByRatio) text.Append(CultureInfo.InvariantCulture, $"，{(StayCapBites(share) ? "单次" : "年度")}封顶后支付{share.Amount}");
        return text.ToString();
    }

    /// <summary>The whole calculation of a result, one step a line.</summary>
    public static IReadOnlyList<string> Steps(BenefitResult result) =>
        [.. Head(result.Bill), .. Funds(result.Funds), .. Tail(result.Bill.Amount, result.FundSum, result.HospitalPart, result.AccountPaid, result.Cash, result.AccountLeft)];

    /// <summary>The bill by who looks after it.</summary>
    public static IReadOnlyList<string> Head(in LineSplit bill) =>
    [
        $"费用总额 {bill.Amount} = 全自费 {bill.OwnPaid} + 超限价 {bill.OverLimit} + 先行自付 {bill.FirstOwnPaid} + 范围内 {bill.InScope}",
    ];

    /// <summary>Each fund with what it saw, its deductible, its bands and its caps.</summary>
    public static IReadOnlyList<string> Funds(IReadOnlyList<FundShare> funds)
    {
        var steps = new List<string>();
        for (var i = 0; i < funds.Count; i++) Add(steps, i + 1, funds[i]);
        return steps;
    }

    /// <summary>What falls to the person, and who pays it.</summary>
    public static IReadOnlyList<string> Tail(Fen total, Fen funds, Fen hospital, Fen account, Fen cash, Fen left) =>
    [
        $"基金合计 {funds}",
        $"个人负担 {total - funds - hospital} = 费用总额 {total} - 基金 {funds} - 医院负担 {hospital}",
        $"其中个人账户 {account}，现金 {cash}；账户余额 {left}",
    ];

    private static void Add(List<string> steps, int number, FundShare share)
    {
        var grant = share.Grant;
        var (span, before) = grant.Span is DeductibleSpan.Stay ? ("每次就诊", "本次就诊此前") : ("每年", "本年此前");
        steps.Add($"{number}. {grant.FundName}（{grant.FundPayType}，{grant.Group}）");
        steps.Add($"   基数：{NameOf(share.From)} {share.Base}");
        steps.Add($"   起付线：{span} {grant.Deductible}，{before}已付 {share.Used.Deductible}，本次 {share.Deductible}；起付线以上 {share.Base} - {share.Deductible} = {share.Shared}");
        foreach (var part in share.Parts)
            steps.Add($"   {(grant.Bands.Count == 1 ? "" : $"分段 {part.From} 至 {part.From + part.Amount}：")}{part.Amount} × {Percent(part.Ratio)} = {part.Paid}");
        if (share.Parts.Count > 1) steps.Add($"   各段合计 {share.ByRatio}");
        steps.Add($"   年度封顶 {grant.YearlyCap}，本年此前已付 {share.Used.Fund}{Stay(share)}，本次最多 {share.Limit}");
        steps.Add($"   支付 {share.Amount}{(share.Amount < share.ByRatio ? "（到封顶线）" : "")}");
    }

    private static string Stay(FundShare share) =>
        share.Grant.StayCap is { } cap ? $"；单次封顶 {cap}，本次就诊此前已付 {share.Used.SpanFund}" : "";

    private static bool StayCapBites(FundShare share) =>
        share.Grant.StayCap is { } cap && cap - share.Used.SpanFund < share.Grant.YearlyCap - share.Used.Fund;

    private static string NameOf(BenefitBase from) => from switch
    {
        BenefitBase.InScope => "范围内",
        BenefitBase.Burden => "合规自付",
        BenefitBase.BurdenAndFirstOwn => "合规自付与先行自付",
        BenefitBase.BeyondCap => "封顶线以上",
    };

    private static string Percent(int ratio) => string.Create(CultureInfo.InvariantCulture, $"{ratio / 100m:0.##}%");
}
