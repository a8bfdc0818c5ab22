using YbPay.Hosting.Pages;
namespace YbPay.Center.Features.Cashier.Pages;

/// <summary>
/// The patient's pages (mobile pay centre, chapter 3) as whole HTML documents: pure functions of what they are given, with every
/// text encoded. They work without script up to confirming. Send them by <see cref="CashierReply.Page"/>.
/// </summary>
internal static class CashierPages
{
    /// <summary>Seconds after which the waiting page asks again.</summary>
    public const int AskAgainAfter = 3;

    /// <summary>The form's field that returns <see cref="CashierView.FormToken"/>.</summary>
    public const string TokenField = "formToken";

    /// <summary>The form's field that holds the chosen <see cref="ChannelChoice.Code"/>; absent when no cash is due.</summary>
    public const string ChannelField = "channel";

    /// <summary>Document 3.2: with several channels, with one, or with none where no cash is due.</summary>
    public static string Cashier(CashierView view) => PageFrame.Document("医保收银台", "cashier", CashierParts.Body(view));

    /// <summary>Document 3.8, figure A.5.1. With <paramref name="nextPath"/> (a path of this site) the page goes there by itself.</summary>
    public static string Loading(string text, string? nextPath = null) => PageFrame.Document(
        "正在加载",
        "loading-page",
        Html.Of($"""<main class="loading-center" role="status" aria-live="polite">{PageIcons.Spinner}<p class="loading-text">{text}</p></main>"""),
        nextPath is null ? null : $"1;url={PageLink.To(nextPath).Address}");

    public static string Result(ResultView view) => ResultPage.Document(view);

    /// <summary>The order's time is over; says nothing of the order.</summary>
    public static string Expired() => Notice("订单已过期", "该订单已超过支付时限，系统已自动关闭，未扣除任何费用。如需继续支付，请返回就诊机构重新下单。", PageIcons.Closed);

    /// <summary>For an address that was guessed, altered or used up; says nothing of any order.</summary>
    public static string Invalid() => Notice("链接无效", "未找到可支付的订单。请回到就诊机构的页面，从缴费入口重新进入。", PageIcons.Failed);

    /// <summary>Document 3.9, figures A.6.1 (one button) and A.6.2 (two).</summary>
    public static string Dialog(DialogView view) => PageFrame.Document(view.Title, "dialog-page", Html.Of($"""
        <main class="veil">
        <section class="dialog" role="alertdialog" aria-modal="true" aria-labelledby="dialog-title" aria-describedby="dialog-text">
        <h1 class="dialog-title" id="dialog-title">{view.Title}</h1>
        <p class="dialog-text" id="dialog-text">{view.Text}</p>
        <div class="dialog-buttons">
        {(view.CancelText is null ? Html.Nothing : Html.Of($"""<a class="dialog-button cancel" href="{PageLink.To(view.CancelPath)}">{view.CancelText}</a>"""))}
        <a class="dialog-button confirm" href="{PageLink.To(view.ConfirmPath)}">{view.ConfirmText}</a>
        </div>
        </section>
        </main>
        """));

    private static string Notice(string title, string text, Html sign) => PageFrame.Document(title, "notice-page", Html.Of($"""
        <main class="notice">{sign}<h1 class="notice-title">{title}</h1><p class="notice-text">{text}</p></main>
        """));
}
