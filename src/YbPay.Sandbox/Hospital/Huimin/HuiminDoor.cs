using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using YbPay.Protocol;
using YbPay.Protocol.Huimin;
using YbPay.Protocol.MobilePay;
using YbPay.Sandbox.Faults;

namespace YbPay.Sandbox.Hospital.Huimin;

/// <summary>
/// Where a hospital is called by the huimin platform: <c>POST /huimin/{hospitalId}</c>. A reference for hospitals: the envelope first, a number once,
/// then the transaction, and everything that the document lets be sealed is sealed.
/// </summary>
internal static class HuiminDoor
{
    public static async Task HandleAsync(HttpContext context)
    {
        var desk = context.RequestServices.GetRequiredService<HuiminDesk>();
        if (desk.Find((string)context.GetRouteValue("hospitalId")!) is not var (hospital, keys))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (await MessageBody.ReadAsync(context.Request.Body, context.Request.ContentLength, (int)HuiminLimits.Default.Body, context.RequestAborted) is not { } body)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        var fault = HuiminEnvelope.ReadRequest(body, HuiminLimits.Default, out var request);
        byte[]? clear = null;
        if (request is not null && request.Head.PlatformId != hospital.PlatformId) fault = HuiminFault.UnknownPlatform;
        if (fault == HuiminFault.None) fault = request!.Open(keys, context.RequestServices.GetRequiredService<IFreshness>(), out clear);
        if (fault != HuiminFault.None || request is null || clear is null)
        {
            context.RequestServices.GetRequiredService<ILogger<HuiminDesk>>().LogWarning("Hospital {HospitalId} refused a message: {Fault}.", hospital.HospitalId, fault);
            await WriteAsync(context, HuiminEnvelope.SealUnsigned(fault.ReturnCode(), "报文错误"));
            return;
        }

        if (!await desk.TakeNumberAsync(request.Head, context.RequestAborted))
        {
            await WriteAsync(context, HuiminEnvelope.SealReply(keys, "4008", "请求流水号重复", []));
            return;
        }

        var mode = context.Items.ContainsKey(FaultyServers.RefusalOrdered) ? HospitalAnswer.Fail : context.RequestServices.GetRequiredService<HospitalModes>().Take(hospital.OrgCodg);
        var answer = await desk.AnswerAsync(hospital, request.Head.TransCode, clear, mode, context.RequestAborted);
        if (mode is HospitalAnswer.Down) context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        else await WriteAsync(context, HuiminEnvelope.SealReply(keys, answer.RtCode, answer.RtMsg, answer.Clear));
    }

    private static async Task WriteAsync(HttpContext context, byte[] answer)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer, context.RequestAborted);
    }
}
