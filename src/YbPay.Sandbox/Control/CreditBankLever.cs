using Microsoft.AspNetCore.Http;
using YbPay.Sandbox.CreditBank;

namespace YbPay.Sandbox.Control;

/// <summary><c>POST /credit-bank</c>: how the credit bank takes the orders to come, and the end of its waiting.</summary>
internal static class CreditBankLever
{
    private static readonly string[] Kinds = ["agreement", "payment", "refund"];

    public static async Task<IResult> PullAsync(HttpContext context, ControlLevers levers, ControlOptions options)
    {
        if (levers.CreditBank is not { } desk) return ControlReply.Missing("The credit bank does not run beside this control.");
        if (await ControlBody.ReadAsync(context.Request) is not { } body) return ControlReply.Bad("The body must be a JSON object.");
        switch (body.Text("action"))
        {
            case "ok":
                desk.Levers.Clear();
                return ControlReply.Ok(new { action = "ok" });
            case "finish":
                return ControlReply.Ok(new { action = "finish", finished = await desk.FinishAllAsync(context.RequestAborted) });
        }

        var form = new OrderLeverBody(Kinds, "agreementNo", psnNo => options.IdNoOf(psnNo) is { } idNo ? desk.PersonOf(idNo) : null);
        if (form.Read(body, out var problem) is not { } lever) return ControlReply.Bad(problem!);
        desk.Levers.Pull(lever);
        return ControlReply.Ok(new { action = body.Text("action"), what = lever.What.ToLowerInvariant(), count = lever.Count });
    }
}
