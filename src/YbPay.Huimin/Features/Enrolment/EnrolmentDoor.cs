using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using YbPay.Engine.Credit;
using YbPay.Hosting.Pages;
using YbPay.Huimin.Credit;
using YbPay.Huimin.Features.Enrolment.Pages;
using YbPay.Huimin.Partners;
using YbPay.Huimin.Persons;
using YbPay.Huimin.Running;
using YbPay.Protocol;

namespace YbPay.Huimin.Features.Enrolment;

/// <summary>The signing page's address. What is sent is answered with a way back to the page (303), so that looking again never signs again.</summary>
internal sealed class EnrolmentDoor(HuiminBooks books, EnrolmentPages pages, EnrolmentSigning signing, ICreditBank bank, PartnerRegistry partners, ILogger<EnrolmentDoor> log)
{
    public const string Path = "/huimin/enrol";
    private const string ContentPolicy = "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    private const int LargestForm = 4096;

    public static PageAsset Style { get; } = PageAsset.Read(typeof(EnrolmentDoor).Assembly, "Huimin.enrol.css", "/huimin/assets/", "text/css; charset=utf-8");

    public void Map(IEndpointRouteBuilder routes)
    {
        Style.Map(routes);
        RequestDelegate show = async http => await GuardedAsync(http, async page => await ShowAsync(http, page));
        RequestDelegate sign = async http => await GuardedAsync(http, async page => await SignAsync(http, page));
        routes.MapGet(Path + "/{secret}", show);
        routes.MapPost(Path + "/{secret}", sign);
    }

    private async Task<IResult> ShowAsync(HttpContext http, EnrolmentPageRow page)
    {
        var stands = await StandsAsync(page);
        if (StateOf(http, stands) is { } state) return state;
        return IsOver(page) ? Gone() : await FormAsync(http, page, stands?.Note is { } why ? $"付款账户所在机构没有同意：{why}。请换一个账户再试。" : null);
    }

    private async Task<IResult> SignAsync(HttpContext http, EnrolmentPageRow page)
    {
        // A second tap is answered like the first: it never signs again.
        var stands = await StandsAsync(page);
        if (StateOf(http, stands) is not null) return new SeeOther(http.Request.Path);
        if (IsOver(page)) return Gone();
        var (accounts, form) = (page.OpenAccounts(books.Cipher), await ReadFormAsync(http));
        if (accounts.Count == 0) return new SeeOther(http.Request.Path);
        if (form is null) return await FormAsync(http, page, "提交的内容不完整，请重新填写。");
        if (form.Account is not { } place || place < 0 || place >= accounts.Count) return await FormAsync(http, page, "请先选择一个付款账户。");
        if (!form.Consents) return await FormAsync(http, page, "请先阅读协议，并勾选“我已阅读并同意以上协议”。", place);
        if (form.Ending.Length != EnrolmentHtml.EndingLength) return await FormAsync(http, page, "请填写证件号码的后六位。", place);
        if (!IsEnding(page.OpenPerson(books.Cipher), form.Ending))
        {
            var left = await pages.WrongAsync(page) ?? 0;
            log.LogInformation("signing page: wrong ending, {Left} tries left", left);
            return left > 0 ? await FormAsync(http, page, $"证件号码后六位不正确，还可以再试{left.ToString(CultureInfo.InvariantCulture)}次。", place) : Gone();
        }

        await signing.SignAsync(page, accounts[place]);
        return new SeeOther(http.Request.Path);
    }

    /// <summary>What this page signed, or what the person signed elsewhere.</summary>
    private Task<EnrolmentRow?> StandsAsync(EnrolmentPageRow page) => books.Database.ReadAsync(async session =>
        await EnrolmentStore.OfPersonAsync(session, page.PersonKey) ?? (page.EnrolmentId is { } own ? await EnrolmentStore.FindAsync(session, own) : null));

    /// <summary>The page of an enrolment that stands or stood; null when there is none, or the bank refused it.</summary>
    private static IResult? StateOf(HttpContext http, EnrolmentRow? enrolment) => enrolment switch
    {
        { Stands: EnrolmentState.Active or EnrolmentState.Frozen } => Page(EnrolmentHtml.Done()),
        { Stands: EnrolmentState.Signing } => Page(EnrolmentHtml.Processing(http.Request.Path)),
        { Stands: EnrolmentState.Ended, SignedAt: not null } => Page(EnrolmentHtml.Ended()),
        _ => null,
    };

    private async Task<IResult> FormAsync(HttpContext http, EnrolmentPageRow page, string? problem, int? chosen = null)
    {
        var person = page.OpenPerson(books.Cipher);
        var accounts = page.OpenAccounts(books.Cipher);
        if (accounts.Count == 0)
        {
            if (await bank.AccountsAsync(person, http.RequestAborted) is not { } offered) return Page(EnrolmentHtml.Busy(http.Request.Path), StatusCodes.Status503ServiceUnavailable);
            if (offered.Count == 0) return Page(EnrolmentHtml.NoAccounts());
            accounts = await pages.OfferAsync(page, offered);
        }

        var hospital = partners.OfHospital(page.HospitalId)?.HospitalName ?? page.HospitalId;
        return Page(EnrolmentHtml.Form(new EnrolmentView(MaskedName(person), MaskedIdNo(person), hospital, [.. accounts.Select(account => account.Label)], problem, chosen)));
    }

    /// <summary>Used tries end an address as its time does.</summary>
    private bool IsOver(EnrolmentPageRow page) => page.ExpiresAt <= books.Now || page.Tries >= EnrolmentPageRow.MostTries;

    private static bool IsEnding(InsuredPerson person, string ending)
    {
        var idNo = person.IdNo.Reveal().ToUpperInvariant();
        return idNo.Length >= EnrolmentHtml.EndingLength && Digests.Same(idNo[^EnrolmentHtml.EndingLength..], ending);
    }

    /// <summary>The first character; how long the rest is does not show.</summary>
    private static string MaskedName(InsuredPerson person) => person.Name.Reveal() is { Length: > 0 } name ? StringInfo.GetNextTextElement(name) + "**" : "**";

    /// <summary>The first four characters, of a number long enough; its end is what the person has to tell.</summary>
    private static string MaskedIdNo(InsuredPerson person) => person.IdNo.Reveal() is { Length: >= 15 } idNo ? $"{idNo[..4]}****" : "****";

    private sealed record Sent(int? Account, string Ending, bool Consents)
    {
        public override string ToString() => "***";
    }

    /// <summary>Null when the form is too large, not a form, or says something twice.</summary>
    private static async Task<Sent?> ReadFormAsync(HttpContext http)
    {
        if (http.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true) return null;
        if (await MessageBody.ReadAsync(http.Request.Body, http.Request.ContentLength, LargestForm, http.RequestAborted) is not { } body) return null;
        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body));
        if (form.Values.Any(values => values.Count != 1)) return null;
        string Of(string field) => form.TryGetValue(field, out var value) ? value.ToString() : "";
        var place = int.TryParse(Of(EnrolmentHtml.AccountField), NumberStyles.None, CultureInfo.InvariantCulture, out var chosen) ? chosen : (int?)null;
        return new Sent(place, Plain(Of(EnrolmentHtml.EndingField)), Of(EnrolmentHtml.ConsentField) == "yes");
    }

    /// <summary>Without spaces, in upper case, and in the usual width: Chinese keyboards also write digits as wide as characters.</summary>
    private static string Plain(string ending) =>
        string.Concat(ending.Where(c => !char.IsWhiteSpace(c)).Select(c => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - '\uFF01' + '!') : c)).ToUpperInvariant();

    /// <summary>The edge: what breaks is logged once, without the address, and shown without detail.</summary>
    private async Task GuardedAsync(HttpContext http, Func<EnrolmentPageRow, Task<IResult>> show)
    {
        IResult result;
        try
        {
            result = http.Request.RouteValues["secret"] is string secret && await pages.FindAsync(secret) is { } page ? await show(page) : Gone();
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            log.LogError(e, "signing page failed");
            result = Page(EnrolmentHtml.Busy(http.Request.Path), StatusCodes.Status500InternalServerError);
        }

        PageReply.Protect(http.Response, ContentPolicy);
        await result.ExecuteAsync(http);
    }

    private static IResult Gone() => Page(EnrolmentHtml.Gone(), StatusCodes.Status404NotFound);

    private static IResult Page(string html, int status = StatusCodes.Status200OK) => PageReply.Page(html, ContentPolicy, status);
}
