using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using YbPay.Contracts;
using YbPay.Sandbox.Hospital.Huimin;

namespace YbPay.Sandbox.Control;

/// <summary><c>POST /visits</c>: a person comes to a hospital.</summary>
internal static class VisitLever
{
    private const int LongestNumber = 128;

    public static async Task<IResult> PullAsync(HttpContext context, ControlLevers levers, ControlOptions options)
    {
        if (levers.Visits is not { } visits) return ControlReply.Missing("These hospitals have no huimin platform.");
        if (await ControlBody.ReadAsync(context.Request) is not { } body) return ControlReply.Bad("A JSON object is expected.");
        if (body.Text("orgCodg") is not { } orgCodg || !levers.Ward.OrgCodgs.Contains(orgCodg)) return ControlReply.Missing("No hospital of the sandbox has this orgCodg.");
        if (options.Persons.FirstOrDefault(person => person.PsnNo == body.Text("psnNo")) is not { } person) return ControlReply.Missing("No person of the sandbox has this psnNo.");
        if (body.Text("treatmentSerialNo") is not { Length: <= LongestNumber } visitNo) return ControlReply.Bad($"treatmentSerialNo is missing or has more than {LongestNumber} characters.");
        if (body.Text("medType") is not ("0020" or "0030" or "0040")) return ControlReply.Bad("medType must be one of 0020, 0030, 0040.");
        var day = body.Text("medDate") ?? ChinaTime.Of(levers.Clock.GetUtcNow()).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        if (!DateOnly.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) return ControlReply.Bad("medDate must be a day, yyyyMMdd.");
        await visits.AddAsync([VisitOf(body, orgCodg, visitNo, person.IdNo, day)], context.RequestAborted);
        return ControlReply.Ok(new { orgCodg, treatmentSerialNo = visitNo, medDate = day });
    }

    private static HospitalVisit VisitOf(JsonElement body, string orgCodg, string visitNo, string idNo, string day) => new(
        orgCodg, visitNo, new Personal(idNo), day, body.Text("medType")!, body.Text("departmentName") ?? "全科", body.Text("medName") ?? "未明确诊断", body.Text("mlcd10code"));
}
