using Microsoft.AspNetCore.Http;

namespace YbPay.Sandbox.Control;

/// <summary><c>POST /enrolments</c>: what the huimin platform's operator does with a person's credit payment.</summary>
internal static class EnrolmentLever
{
    private const int LongestReason = 200;

    public static async Task<IResult> PullAsync(HttpContext context, PlatformDoor platform, ControlOptions options)
    {
        if (options.HuiminBaseUrl.Length == 0) return ControlReply.Missing("No huimin platform runs beside this control.");
        if (await ControlBody.ReadAsync(context.Request) is not { } body) return ControlReply.Bad("The body must be a JSON object.");
        if (body.Text("action") is not ("freeze" or "unfreeze" or "end")) return ControlReply.Bad("action must be one of freeze, unfreeze, end.");
        if (body.Text("psnNo") is not { } psnNo) return ControlReply.Bad("psnNo is missing.");
        if (options.IdNoOf(psnNo) is not { } idNo) return ControlReply.Missing("No insured person has this psnNo.");
        var (action, reason) = (body.Text("action")!, body.Text("reason") ?? "沙箱控制接口");
        if (reason.Length > LongestReason) return ControlReply.Bad($"reason must have at most {LongestReason} characters.");
        return await platform.PostAsync("/internal/enrolments", new { idNo, action, reason }, context.RequestAborted) switch
        {
            null => PlatformDoor.Silent,
            (StatusCodes.Status200OK, var told) => ControlReply.Ok(new { psnNo, action, signStatus = told.Text("signStatus") }),
            (StatusCodes.Status404NotFound, _) => ControlReply.Missing("This person is not enrolled."),
            (StatusCodes.Status409Conflict, _) => ControlReply.Conflict($"The enrolment does not take '{action}' as it stands."),
            var (status, _) => ControlReply.Upstream($"The huimin platform answered HTTP {status}."),
        };
    }
}
