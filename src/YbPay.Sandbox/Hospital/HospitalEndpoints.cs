using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using YbPay.Protocol.MobilePay;
using YbPay.Protocol;
using YbPay.Sandbox.Faults;
using YbPay.Sandbox.Hospital.Huimin;

namespace YbPay.Sandbox.Hospital;

/// <summary>The simulated hospitals: each takes the centre's callbacks at its own base address, <c>/hospital/{orgCodg}</c>, and the huimin platform's at <c>/huimin/{hospitalId}</c>.</summary>
public static class HospitalEndpoints
{
    private const int LargestBody = 1024 * 1024;

    public static IServiceCollection AddHospital(this IServiceCollection services, HospitalOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(options);
        services.TryAddSingleton<HospitalModes>();
        services.TryAddSingleton<HospitalDatabase>();
        services.TryAddSingleton<HospitalBooks>();
        services.TryAddSingleton<HospitalWard>();
        services.TryAddSingleton<Bank.BankNumbers>();
        services.TryAddSingleton<OwnOrders>();
        services.TryAddSingleton<InsuranceForwarding>();
        services.TryAddSingleton(provider => new HuiminDesk(
            options, provider.GetRequiredService<HospitalDatabase>(), provider.GetRequiredService<HospitalBooks>(), provider.GetRequiredService<InsuranceForwarding>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService(provider => provider.GetRequiredService<HospitalDatabase>());
        services.AddHostedService<VisitSeeding>();
        return services;
    }

    /// <summary>Needs an <see cref="IFreshness"/> in the services.</summary>
    public static IEndpointRouteBuilder MapHospital(this IEndpointRouteBuilder routes)
    {
        var hospital = routes.MapGroup("/hospital/{orgCodg}");
        hospital.MapPost("/6302", context => ReceiveAsync(context, "6302"));
        hospital.MapPost("/6204", context => ReceiveAsync(context, "6204"));
        foreach (var what in (string[])["query", "close", "refund"]) hospital.MapPost($"/6204/{what}", context => AnswerAsync(context, what));
        routes.MapPost("/huimin/{hospitalId}", HuiminDoor.HandleAsync);
        HospitalPages.Map(routes);
        return routes;
    }

    private static async Task ReceiveAsync(HttpContext context, string topic)
    {
        if (await OpenedAsync(context) is not var (ward, envelope, callback, payOrdId)) return;
        var answer = context.Items.ContainsKey(FaultyServers.RefusalOrdered) ? HospitalAnswer.Fail : ward.Modes.Take(envelope.OrgCodg);
        await ward.Books.RecordAsync(envelope.OrgCodg, topic, payOrdId, callback.Clear, answer, context.RequestAborted);
        if (answer == HospitalAnswer.Down) context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        else if (answer == HospitalAnswer.Fail) await WriteAsync(context, envelope.Answer(callback, success: false, "院内处理回调失败"));
        else await WriteAsync(context, envelope.Answer(callback, success: true, "院内处理回调成功"));
    }

    /// <summary>Questions about the hospital's own order: they are answered, not kept.</summary>
    private static async Task AnswerAsync(HttpContext context, string what)
    {
        if (await OpenedAsync(context) is not var (_, envelope, callback, _)) return;
        var own = context.RequestServices.GetRequiredService<OwnOrders>();
        var refuse = context.Items.ContainsKey(FaultyServers.RefusalOrdered);
        var answer = await own.AnswerAsync(envelope.OrgCodg, what, callback.Message, refuse, context.RequestAborted);
        await WriteAsync(context, answer is null ? envelope.Answer(callback, success: false, "报文不完整") : envelope.Answer(callback, answer));
    }

    /// <summary>The message of a hospital's centre; null when it is none, and then the answer is written.</summary>
    private static async Task<(HospitalWard Ward, HospitalEnvelope Envelope, OpenedCallback Callback, string PayOrdId)?> OpenedAsync(HttpContext context)
    {
        var ward = context.RequestServices.GetRequiredService<HospitalWard>();
        if (ward.Find((string)context.GetRouteValue("orgCodg")!) is not { } envelope)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return null;
        }

        if (await MessageBody.ReadAsync(context.Request.Body, context.Request.ContentLength, LargestBody, context.RequestAborted) is not { } body)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return null;
        }

        var callback = envelope.Open(body, out var why);
        if (callback?.PayOrdId is { Length: > 0 } payOrdId) return (ward, envelope, callback, payOrdId);
        context.RequestServices.GetRequiredService<ILogger<HospitalWard>>().LogWarning("Hospital {OrgCodg} refused a callback: {Why}.", envelope.OrgCodg, why);
        await WriteAsync(context, envelope.Answer(callback, success: false, "院内处理回调失败：报文未通过校验"));
        return null;
    }

    private static async Task WriteAsync(HttpContext context, byte[] answer)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.BodyWriter.WriteAsync(answer, context.RequestAborted);
    }
}
