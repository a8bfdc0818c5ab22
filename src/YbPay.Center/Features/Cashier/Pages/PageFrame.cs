using YbPay.Hosting.Pages;
namespace YbPay.Center.Features.Cashier.Pages;

/// <summary>What stands around every page. Titles name no person and no institution: they are kept in histories.</summary>
internal static class PageFrame
{
    public static string Document(string title, string kind, Html body, string? refresh = null) => Html.Of($"""
        <!doctype html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
        <meta name="color-scheme" content="light dark">
        <meta name="format-detection" content="telephone=no">
        {(refresh is null ? Html.Nothing : Html.Of($"""<meta http-equiv="refresh" content="{refresh}">"""))}
        <title>{title}</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="{PageLink.To(CashierAssets.Style.Path)}">
        <script src="{PageLink.To(CashierAssets.Script.Path)}" defer></script>
        </head>
        <body class="{kind}">
        {body}
        </body>
        </html>

        """).ToString();
}
