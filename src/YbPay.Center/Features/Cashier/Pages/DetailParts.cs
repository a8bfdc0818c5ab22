using System.Globalization;
using YbPay.Engine.Money;
using YbPay.Hosting.Pages;

namespace YbPay.Center.Features.Cashier.Pages;

/// <summary>
/// The prescription detail (document 3.5, table A.4). Without script it is shown by its address (#detail); with script it is a modal
/// dialog that Escape, the cross and the phone's back key close.
/// </summary>
internal static class DetailParts
{
    public static Html PopUp(DetailView view, Fen feeSum) => Html.Of($"""
        <dialog class="detail" id="detail" aria-labelledby="detail-title">
        <div class="detail-head"><h2 class="detail-title" id="detail-title">处方明细</h2><a class="detail-close" href="#fee" aria-label="关闭明细">{PageIcons.Close}</a></div>
        <div class="detail-body" tabindex="0" role="group" aria-labelledby="detail-title">
        <p class="detail-total"><span class="detail-total-label">费用总额</span><strong class="detail-total-amount">{feeSum.Yuan()}</strong></p>
        {Block("visit", "就诊信息", Html.Of($"""<dl>{Row(CategoryLabel(view.Category), view.Category)}{Row("就诊科室", view.Department)}{Row("就诊时间", view.VisitTime)}</dl>"""))}
        {Block("diagnosis", "诊断信息", Diagnoses(view.Diagnoses))}
        {Block("special", "特殊信息", Html.Of($"""<p>{(view.SpecialInformation.Length == 0 ? "无" : view.SpecialInformation)}</p>"""))}
        {Block("fees", "费用明细", Html.Of($"""<ul>{Html.Join(view.Lines.Select(Fee))}</ul>"""))}
        {Block("deductions", "其他抵扣金额", Html.Of($"""<dl>{Row("医疗机构减免", view.Other.Yuan())}{Row("预交金抵扣", view.Deposit.Yuan())}</dl>"""))}
        </div>
        </dialog>
        """);

    private static Html Block(string kind, string title, Html content) => Html.Of($"""
        <section class="info {kind}"><h3 class="info-title">{title}</h3>{content}</section>
        """);

    private static Html Row(string label, string value) =>
        value.Length == 0 ? Html.Nothing : Html.Of($"""<div class="row"><dt>{label}</dt><dd>{value}</dd></div>""");

    private static Html Diagnoses(IReadOnlyList<string> diagnoses) => diagnoses.Count == 0
        ? Html.Of($"<p>无</p>")
        : Html.Of($"""<ul>{Html.Join(diagnoses.Select(diagnosis => Html.Of($"<li>{diagnosis}</li>")))}</ul>""");

    private static Html Fee(DetailLine line) => Html.Of($"""
        <li class="item"><span class="item-name">{line.Name}</span><span class="item-amount">{line.Amount.Yuan()}</span>
          <span class="item-spec">{line.Spec}</span><span class="item-count">×{line.Count.ToString("0.####", CultureInfo.InvariantCulture)}</span></li>
        """);

    /// <summary>The document prints 门诊类别; a stay has a word of its own.</summary>
    private static string CategoryLabel(string category) => category.Contains("住院", StringComparison.Ordinal) ? "住院类别" : "门诊类别";
}
