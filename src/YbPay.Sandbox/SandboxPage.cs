using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace YbPay.Sandbox;

/// <summary>What the simulated systems' pages have in common: plain HTML, no script, in Chinese.</summary>
internal static class SandboxPage
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static IResult StyleSheet() => Results.Text(Style, "text/css; charset=utf-8");

    /// <param name="body">Markup; every text from outside in it went through <see cref="Html"/>.</param>
    public static IResult Page(int status, string title, string body, string stylePath, string footer) => Results.Content(
        $"""
        <!doctype html>
        <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="{stylePath}"></head>
        <body><main><h1>{title}</h1>
        {body}
        <footer>{footer}</footer></main></body></html>
        """, "text/html; charset=utf-8", statusCode: status);

    /// <summary>No script at all. Browsers also hold a form's redirect to form-action: the return address must be in it.</summary>
    public static void Harden(HttpResponse response, string? returnUrl = null)
    {
        var back = returnUrl is null ? "" : " " + new Uri(returnUrl).GetLeftPart(UriPartial.Authority);
        response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'self'; img-src data:; form-action 'self'{back}; base-uri 'none'; frame-ancestors 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-store";
    }

    public static string Html(string text) => Encoder.Encode(text);

    private const string Style = """
        body { margin: 0; background: #f5f6f8; color: #303133; font: 16px/1.6 "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
        main { max-width: 375px; margin: 0 auto; padding: 24px 16px; }
        h1 { font-size: 18px; font-weight: 500; text-align: center; }
        .amount { margin: 24px 0; font-size: 36px; font-weight: 500; text-align: center; }
        dl { display: grid; grid-template-columns: 5em 1fr; gap: 8px; margin: 0 0 24px; padding: 16px; border-radius: 8px; background: #fff; }
        dt { color: #606266; } dd { margin: 0; text-align: right; overflow-wrap: anywhere; }
        button { width: 100%; min-height: 44px; margin-bottom: 12px; border: 0; border-radius: 22px; background: #2b6cf6; color: #fff; font: inherit; }
        a.button { display: block; min-height: 44px; line-height: 44px; border-radius: 22px; background: #2b6cf6; color: #fff; text-align: center; text-decoration: none; }
        button.quiet { background: #fff; color: #303133; box-shadow: inset 0 0 0 1px #c0c4cc; }
        .state { text-align: center; } footer { margin-top: 24px; color: #606266; font-size: 13px; text-align: center; }
        """;
}
