using System.Globalization;
using YbPay.Engine.Money;
using YbPay.Hosting.Pages;

namespace YbPay.Center.Features.Cashier.Pages;

/// <summary>What became of the payment. While it waits it asks again by itself, with or without script.</summary>
internal static class ResultPage
{
    private sealed record Words(string Title, string Text, Html Sign);

    public static string Document(ResultView view)
    {
        var words = For(view.Kind);
        var waits = view.Kind == ResultKind.Waiting;
        return PageFrame.Document(words.Title, "result-page", Html.Of($"""
            <main class="result">
            <div class="outcome" role="{(waits ? "status" : "group")}" aria-live="{(waits ? "polite" : "off")}">
            {words.Sign}
            <h1 class="outcome-title">{words.Title}</h1>
            <p class="outcome-text">{words.Text}</p>
            </div>
            {Amounts(view)}
            {Ways(view)}
            </main>
            """), waits ? CashierPages.AskAgainAfter.ToString(CultureInfo.InvariantCulture) : null);
    }

    private static Words For(ResultKind kind) => kind switch
    {
        ResultKind.Paid => new("支付成功", "本次费用已结清，可返回就诊机构继续就诊。", PageIcons.Paid),
        ResultKind.Waiting => new("正在确认支付结果", "请稍候，页面会自动刷新。请勿重复支付。", PageIcons.Waiting),
        ResultKind.Failed => new("支付未成功", "现金部分没有扣款。您可以重新支付；如不再支付，订单关闭后医保已付的部分会自动退回。", PageIcons.Failed),
        ResultKind.Closed => new("订单已关闭", "该订单已关闭，不能继续支付。如已付款，款项将按原路退回。", PageIcons.Closed),
    };

    /// <summary>What nobody knows yet, or what was not paid, is not shown as if it were.</summary>
    private static Html Amounts(ResultView view) => Html.Of($"""
        <section class="card facts" aria-label="费用信息">
        <dl class="split">
        <div class="line"><dt>就诊机构</dt><dd class="wraps">{view.OrgName}</dd></div>
        {Line("费用总额", view.FeeSum)}
        {(view.Kind == ResultKind.Paid ? Split(view) : Html.Nothing)}
        {(view.CashReturned > Fen.Zero ? Line("已退回现金", view.CashReturned, "cash") : Html.Nothing)}
        </dl>
        </section>
        """);

    private static Html Split(ResultView view) => Html.Of($"""
        {Line("医保基金支付", view.Fund, "fund")}
        {Line("个人账户支付", view.PersonalAccount, "account")}
        {(view.PaidDown > Fen.Zero ? Line(CashierParts.PaidDownLabel, view.PaidDown, "account") : Html.Nothing)}
        {(view.Other > Fen.Zero ? Line("其他抵扣金额", view.Other, "other") : Html.Nothing)}
        {Line("现金支付", view.CashPaid, "cash")}
        """);

    private static Html Line(string label, Fen amount, string kind = "") => Html.Of($"""<div class="line {kind}"><dt>{label}</dt><dd>{amount.Yuan()}</dd></div>""");

    private static Html Ways(ResultView view) => Html.Of($"""
        <nav class="ways" aria-label="下一步">
        {(view.Kind == ResultKind.Waiting ? Html.Of($"""<a class="button quiet" href="">立即刷新</a>""") : Html.Nothing)}
        {(view.PayAgainPath is null ? Html.Nothing : Html.Of($"""<a class="button" href="{PageLink.To(view.PayAgainPath)}">重新支付</a>"""))}
        {(view.ReturnUrl is null ? Html.Nothing : Html.Of($"""<a class="button {(view.PayAgainPath is null ? "" : "quiet")}" href="{PageLink.To(view.ReturnUrl)}" rel="noreferrer">返回就诊机构</a>"""))}
        </nav>
        """);
}
