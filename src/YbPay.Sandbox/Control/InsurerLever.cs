using System.Text.Json;
using Microsoft.AspNetCore.Http;
using YbPay.Sandbox.Insurer;
using YbPay.Sandbox.Orders;

namespace YbPay.Sandbox.Control;

/// <summary><c>POST /insurer</c>: how the insurer takes the orders to come, and how its cases move on.</summary>
internal static class InsurerLever
{
    private static readonly string[] Kinds = ["quote", "settlement", "cancellation", "case", "withdrawal", "decision"];

    public static async Task<IResult> PullAsync(HttpContext context, ControlLevers levers, ControlOptions options)
    {
        if (levers.Insurer is not { } desk) return ControlReply.Missing("The insurer does not run beside this control.");
        if (await ControlBody.ReadAsync(context.Request) is not { } body) return ControlReply.Bad("The body must be a JSON object.");
        switch (body.Text("action"))
        {
            case "ok":
                desk.Levers.Clear();
                return ControlReply.Ok(new { action = "ok" });
            case "advance" or "finish":
                return await MoveOnAsync(body, desk, context.RequestAborted);
        }

        var form = new OrderLeverBody(Kinds, "caseNo", psnNo => options.IdNoOf(psnNo) is { } idNo ? desk.PersonOf(idNo) : null);
        if (form.Read(body, out var problem) is not { } lever) return ControlReply.Bad(problem!);
        if (lever is { Action: LeverAction.Late, What: InsurerLevers.Decision }) return ControlReply.Bad("A decision is refused or not; a case waits by itself.");
        // A case that is there already need not wait for a lever to be met.
        if (lever is not { What: InsurerLevers.Decision, Key: { } caseNo } || !await desk.RefuseCaseAsync(caseNo, context.RequestAborted)) desk.Levers.Pull(lever);
        return ControlReply.Ok(new { action = body.Text("action"), what = lever.What.ToLowerInvariant(), count = lever.Count });
    }

    private static async Task<IResult> MoveOnAsync(JsonElement body, InsurerDesk desk, CancellationToken cancel)
    {
        var (action, caseNo) = (body.Text("action")!, body.Text("caseNo"));
        var moved = await desk.MoveOnAsync(caseNo, action == "finish", cancel);
        return caseNo is not null && moved == 0 ? ControlReply.Missing("The insurer has no open case of this number.") : ControlReply.Ok(new { action, moved });
    }
}
