using System.Reflection;
using YbPay.Center.Cash.UnionPay;
using YbPay.Center.Cash.WeChat;
using YbPay.Center.Features.Cashier.Pages;
using YbPay.Hosting.Pages;

namespace YbPay.Center.Features.Cash;

/// <summary>The pages that only lead on. With script they go by themselves, without it by a button; WeChat's dialog needs script.</summary>
internal static class ChannelLeaving
{
    public const string ScriptPath = "/cash/leave.js";

    public static byte[] Script { get; } = Load();

    public static string Form(UnionPayForm form) => Page(Html.Of($"""
        <form method="post" action="{PageLink.To(form.Action)}" accept-charset="utf-8" data-leave>
        {Html.Join(form.Fields.Select(field => Html.Of($"""<input type="hidden" name="{field.Key}" value="{field.Value}">""")))}
        <button type="submit">前往银行支付</button>
        </form>
        """));

    public static string Dialog(WeChatDialog dialog, string back) => Page(Html.Of($"""
        <div data-wechat data-app-id="{dialog.AppId}" data-time-stamp="{dialog.TimeStamp}" data-nonce-str="{dialog.NonceStr}"
            data-package="{dialog.Package}" data-sign-type="{dialog.SignType}" data-pay-sign="{dialog.PaySign}" data-back="{PageLink.To(back)}">
        <p>请在微信中完成支付。</p>
        <p><a href="{PageLink.To(back)}">查看支付结果</a></p>
        </div>
        """));

    private static string Page(Html body) => Html.Of($"""
        <!doctype html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
        <meta name="color-scheme" content="light dark">
        <title>前往支付</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="{PageLink.To(CashierAssets.Style.Path)}">
        <script src="{PageLink.To(ScriptPath)}" defer></script>
        </head>
        <body>
        <main>
        <h1>前往支付</h1>
        {body}
        </main>
        </body>
        </html>

        """).ToString();

    private static byte[] Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Cash.leave.js")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
