using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using YbPay.Contracts;
using YbPay.Sandbox.Insurer;
using YbPay.Sandbox.Plan;

namespace YbPay.Sandbox.Control;

/// <summary>
/// <c>/claims</c>: a patient in the platform's app. He applies for a claim, with a letter that authorises the hospital, and looks how far it has come; control moves it on in
/// place of time.
/// </summary>
internal static class ClaimLever
{
    private const string Inpatient = "0040";
    private const string Fast = "2";
    private const int UsualDays = 30;

    /// <summary><c>POST /claims</c>.</summary>
    public static async Task<IResult> ApplyAsync(HttpContext context, ControlLevers levers, PlatformDoor platform, ControlOptions options)
    {
        if (options.HuiminBaseUrl.Length == 0 || levers.Insurer is not { } desk) return ControlReply.Missing("No huimin platform with an insurer runs beside this control.");
        if (await ControlBody.ReadAsync(context.Request) is not { } body) return ControlReply.Bad("The body must be a JSON object.");
        if (options.Persons.FirstOrDefault(person => person.PsnNo == body.Text("psnNo")) is not { } person) return ControlReply.Missing("No person of the sandbox has this psnNo.");
        if (body.Text("hospitalId") is not { } hospitalId) return ControlReply.Bad("hospitalId is missing: it stands in huiminPartners of sandbox.json.");
        if (desk.Book.Find(body.Text("insuranceId") ?? FirstOf(desk.Book, person) ?? "") is not { } plan) return ControlReply.Bad($"insuranceId must be one of {string.Join(", ", desk.Book.Plans.Select(plan => plan.InsuranceId))}.");
        var today = ChinaTime.Day(levers.Clock.GetUtcNow());
        var application = new
        {
            idNo = person.IdNo, userName = person.UserName, hospitalId, treatmentSerialNo = body.Text("treatmentSerialNo"), claimType = body.Text("claimType") ?? Fast,
            insuranceId = plan.InsuranceId, insuranceName = plan.InsuranceName, kind = plan.Kind == InsuranceKind.Relief ? "relief" : "commercial",
            medStartDate = body.Text("medStartDate") ?? Day(today.AddDays(-UsualDays)), medEndDate = body.Text("medEndDate") ?? Day(today), medType = body.Text("medType") ?? Inpatient,
            letter = Convert.ToBase64String(AuthorisationLetter.Write(plan.InsuranceName, hospitalId, Day(today))),
        };
        return await platform.PostAsync("/internal/claims", application, context.RequestAborted) switch
        {
            null => PlatformDoor.Silent,
            (StatusCodes.Status201Created, var begun) => ControlReply.Ok(new
            {
                caseId = begun.Text("caseId"), treatmentSerialNo = begun.Text("treatmentSerialNo"), claimNode = begun.Text("claimNode"), insuranceId = plan.InsuranceId, insuranceName = plan.InsuranceName,
            }),
            var (status, refused) => ControlReply.Refused(status, refused.ValueKind == JsonValueKind.Object ? refused.Text("message") : null),
        };
    }

    /// <summary><c>POST /claims/{caseId}</c>.</summary>
    public static async Task<IResult> MoveAsync(string caseId, HttpContext context, ControlLevers levers)
    {
        if (levers.Insurer is not { } desk) return ControlReply.Missing("The insurer does not run beside this control.");
        if ((await ControlBody.ReadAsync(context.Request))?.Text("action") is not { } action || action is not ("advance" or "finish")) return ControlReply.Bad("action must be one of advance, finish.");
        return await desk.MoveOnAsync(caseId, action == "finish", context.RequestAborted) == 0 ? NotOpen : await ShowAsync(caseId, context, levers);
    }

    /// <summary><c>GET /claims/{caseId}</c>.</summary>
    public static async Task<IResult> ShowAsync(string caseId, HttpContext context, ControlLevers levers) =>
        levers.Insurer is { } desk && await desk.ShowAsync(caseId, context.RequestAborted) is { } told
            ? ControlReply.Ok(new { caseId, stage = told.Stage, insuranceId = told.InsuranceId, amount = told.Amount, message = told.Message })
            : ControlReply.Missing("The insurer has no such case: the hospital has not reported it yet.");

    private static IResult NotOpen => ControlReply.Missing("The insurer has no open case of this number.");

    /// <summary>The policy that the person holds; of several the one that the book names first. Null for who holds none.</summary>
    private static string? FirstOf(InsuranceBook book, SandboxPerson person) => book.Holders.FirstOrDefault(holder => holder.IdNo.Reveal() == person.IdNo)?.InsuranceId;

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
