using YbPay.Engine.Money;
using YbPay.Hosting.Pages;

namespace YbPay.Center.Features.Cashier.Pages;

/// <summary>The cashier page: institution, fee card with its split, channels, and the bar that pays.</summary>
internal static class CashierParts
{
    /// <summary>Personal account, mutual-aid accounts and wallet, deducted after the settlement.</summary>
    public const string PaidDownLabel = "账户共济等已付";

    public static Html Body(CashierView view) => Html.Of($"""
        <header class="org">{PageIcons.Hospital}<h1 class="org-name">{view.OrgName}</h1></header>
        <main>
        <form id="pay" method="post" action="{PageLink.To(view.ConfirmPath)}" autocomplete="off">
        <input type="hidden" name="{CashierPages.TokenField}" value="{view.FormToken}">
        {FeeCard(view)}
        {Channels(view.Channels)}
        {Bar(view.CashDue)}
        </form>
        </main>
        {DetailParts.PopUp(view.Detail, view.FeeSum)}
        {LoadingPopUp}
        """);

    /// <summary>Figure A.5.2; shown by the script between the tap and the answer. Eight characters at most.</summary>
    private static Html LoadingPopUp => Html.Of($"""
        <dialog class="loading-pop" id="loading" role="alertdialog" aria-labelledby="loading-text">{PageIcons.Spinner}<p id="loading-text" role="status">正在支付…</p></dialog>
        """);

    private static Html FeeCard(CashierView view) => Html.Of($"""
        <section class="card fee" id="fee" aria-labelledby="fee-title">
        <div class="total"><h2 class="total-label" id="fee-title">费用总额</h2><strong class="total-amount">{view.FeeSum.Yuan()}</strong></div>
        <dl class="split">
        <div class="line"><dt>就诊人</dt><dd>{view.Patient}</dd></div>
        {Line("fund", "医保基金支付", view.Fund)}
        {Line("account", "个人账户支付", view.PersonalAccount)}
        {(view.PaidDown > Fen.Zero ? Line("account", PaidDownLabel, view.PaidDown) : Html.Nothing)}
        {Line("other", "其他抵扣金额", view.Other)}
        {Line("cash", "现金支付", view.CashDue)}
        </dl>
        <a class="more" id="more" href="#detail" aria-haspopup="dialog">查看明细{PageIcons.Chevron}</a>
        </section>
        """);

    private static Html Line(string kind, string label, Fen amount) => Html.Of($"""<div class="line {kind}"><dt>{label}</dt><dd>{amount.Yuan()}</dd></div>""");

    private static Html Channels(IReadOnlyList<ChannelChoice> channels) => channels.Count switch
    {
        0 => Html.Nothing,
        1 => Html.Of($"""
            <section class="card channels single" aria-labelledby="channels-title">
            <h2 class="channels-title" id="channels-title">支付方式</h2>
            <div class="channel">{PageIcons.Channel(channels[0].Code)}<span class="channel-name">{channels[0].Name}</span></div>
            <input type="hidden" name="{CashierPages.ChannelField}" value="{channels[0].Code}">
            </section>
            """),
        _ => Html.Of($"""
            <section class="card channels" role="radiogroup" aria-labelledby="channels-title">
            <h2 class="channels-title" id="channels-title">选择支付方式</h2>
            {Html.Join(channels.Select((channel, at) => Choice(channel, isFirst: at == 0)))}
            </section>
            """),
    };

    /// <summary>The first one is chosen beforehand: a form without script always sends a channel.</summary>
    private static Html Choice(ChannelChoice channel, bool isFirst) => Html.Of($"""
        <label class="channel">{PageIcons.Channel(channel.Code)}<span class="channel-name">{channel.Name}</span>
          <input class="radio" type="radio" name="{CashierPages.ChannelField}" value="{channel.Code}" required{(isFirst ? Html.Of($" checked") : Html.Nothing)}></label>
        """);

    private static Html Bar(Fen due) => Html.Of($"""
        <div class="bar">
        <p class="due"><span class="due-label">支付金额</span> <strong class="due-amount">{due.Yuan()}</strong></p>
        <button class="button" id="go" type="submit">{(due == Fen.Zero ? "确认支付" : "去支付")}</button>
        </div>
        """);
}
