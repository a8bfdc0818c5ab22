using System.Globalization;
using YbPay.Hosting.Pages;

namespace YbPay.Huimin.Features.Enrolment.Pages;

/// <summary>What the signing page shows of a person and the choice he has.</summary>
/// <param name="Name">Masked.</param>
/// <param name="IdNo">Masked; its last characters are what the person has to tell.</param>
/// <param name="Labels">The accounts' masked labels, in the order of their places.</param>
/// <param name="Problem">What was wrong with the last try; null at first.</param>
/// <param name="Chosen">The place that was chosen in the last try.</param>
internal sealed record EnrolmentView(string Name, string IdNo, string HospitalName, IReadOnlyList<string> Labels, string? Problem = null, int? Chosen = null)
{
    public override string ToString() => "***";
}

/// <summary>The signing pages: plain Chinese, no script, nothing from elsewhere. Titles name no person.</summary>
internal static class EnrolmentHtml
{
    public const string AccountField = "account";
    public const string EndingField = "ending";
    public const string ConsentField = "consent";

    /// <summary>How many characters of the identity number's end prove that the person himself is there.</summary>
    public const int EndingLength = 6;

    public static string Form(EnrolmentView view) => Document("信用就医签约", "form", Html.Of($"""
        <header class="top">
        <h1>信用就医签约</h1>
        <p>签约后，就诊费用由您选定的账户直接支付，不用再排队缴费。签约免费。</p>
        </header>
        <main>
        {(view.Problem is null ? Html.Nothing : Html.Of($"""<p class="card problem" role="alert">{view.Problem}</p>"""))}
        <section class="card" aria-label="签约人">
        <dl>
        <dt>姓名</dt><dd>{view.Name}</dd>
        <dt>证件号码</dt><dd>{view.IdNo}</dd>
        <dt>申请医院</dt><dd>{view.HospitalName}</dd>
        </dl>
        </section>
        <form method="post" autocomplete="off">
        <fieldset class="card">
        <legend><span class="step">第一步</span><span class="what">选择付款账户</span></legend>
        {Html.Join(view.Labels.Select((label, place) => Account(label, place, view.Chosen ?? (view.Labels.Count == 1 ? 0 : -1))))}
        </fieldset>
        <section class="card">
        <h2><span class="step">第二步</span><span class="what">阅读协议</span></h2>
        <ol class="terms">
        <li>您同意医院就诊结束后，通过本平台从您选定的账户扣除应由您个人支付的费用，扣款时不再输入密码。</li>
        <li>每次扣款的金额以医院的收费单为准。您可以在医院或付款账户中查到每一笔扣款。</li>
        <li>医院多收或退诊的费用，按原路退回您的账户。</li>
        <li>住院押金在出院结算后多退少补。</li>
        <li>您的姓名、证件号码和账户信息只用于签约、付款和退款，加密保存。</li>
        <li>您可以随时到医院或致电付款账户所在机构，要求暂停或解除签约；解除前已发生的费用仍需支付。</li>
        </ol>
        <label class="choice"><input type="checkbox" name="{ConsentField}" value="yes" required><span>我已阅读并同意以上协议</span></label>
        </section>
        <section class="card">
        <h2><span class="step">第三步</span><label class="what" for="{EndingField}">填写证件号码的后六位</label></h2>
        <p class="aside">用来确认是您本人在签约。最后一位是字母X的，请填X。</p>
        <input class="field" id="{EndingField}" name="{EndingField}" type="text" autocapitalize="characters" autocomplete="off" spellcheck="false" maxlength="{Digits(EndingLength)}" required>
        </section>
        <button class="button" type="submit">同意并签约</button>
        </form>
        </main>
        """));

    public static string Done() => Message("done", "签约成功", "您已签约信用就医。请回到医院窗口或医院的手机页面继续办理。");

    /// <summary>Looks again by itself.</summary>
    public static string Processing(string path) => Document("正在签约", "waiting", Result(
        ClockMark, "处理中，请稍后查看", "付款账户所在机构正在处理您的签约。请不要重复提交，本页每隔几秒会自动更新。", Html.Of($"""<a class="button" href="{PageLink.To(path)}">查看结果</a>""")), refreshSeconds: 5);

    /// <summary>Not there, not any more, or used up: one page that tells nothing.</summary>
    public static string Gone() => Message("stopped", "链接已失效", "这个签约链接不能使用，可能已过期、已使用，或尝试的次数过多。请向医院重新索取签约链接。");

    public static string Ended() => Message("stopped", "签约已解除", "您的信用就医签约已经解除。如需重新签约，请向医院索取新的签约链接。");

    public static string NoAccounts() => Message("stopped", "暂时不能签约", "没有查到可以用于签约的付款账户。请确认您的姓名和证件号码与银行预留的一致，或向医院咨询。");

    public static string Busy(string path) => Document("请稍后再试", "waiting", Result(
        ClockMark, "请稍后再试", "系统正忙，您的签约还没有提交，账户没有任何变化。", Html.Of($"""<a class="button" href="{PageLink.To(path)}">重试</a>""")));

    private static string Message(string kind, string title, string text) => Document(title, kind, Result(kind == "done" ? TickMark : StopMark, title, text, Html.Nothing));

    private static Html TickMark => Mark(Html.Of($"""<path d="M15 25l7 7 12-15"/>"""));

    private static Html ClockMark => Mark(Html.Of($"""<path d="M24 14v11l7 5"/>"""));

    private static Html StopMark => Mark(Html.Of($"""<path d="M24 14v13M24 33v.5"/>"""));

    private static Html Mark(Html line) => Html.Of($"""
        <svg class="mark" viewBox="0 0 48 48" aria-hidden="true"><circle cx="24" cy="24" r="22"/>{line}</svg>
        """);

    private static Html Result(Html mark, string title, string text, Html next) => Html.Of($"""
        <main>
        <section class="card result">
        {mark}
        <h1>{title}</h1>
        <p role="status">{text}</p>
        </section>
        {next}
        </main>
        """);

    private static Html Account(string label, int place, int chosen) => Html.Of($"""
        <label class="choice"><input type="radio" name="{AccountField}" value="{Digits(place)}" required{(place == chosen ? Html.Of($" checked") : Html.Nothing)}><span>{label}</span></label>
        """);

    private static string Document(string title, string kind, Html body, int? refreshSeconds = null) => Html.Of($"""
        <!doctype html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
        <meta name="color-scheme" content="light dark">
        <meta name="format-detection" content="telephone=no">
        {(refreshSeconds is { } seconds ? Html.Of($"""<meta http-equiv="refresh" content="{Digits(seconds)}">""") : Html.Nothing)}
        <title>{title}</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="{PageLink.To(EnrolmentDoor.Style.Path)}">
        </head>
        <body class="{kind}">
        {body}
        </body>
        </html>

        """).ToString();

    private static string Digits(int value) => value.ToString(CultureInfo.InvariantCulture);
}
