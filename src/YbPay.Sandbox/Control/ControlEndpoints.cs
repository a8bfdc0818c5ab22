using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using YbPay.Contracts;
using YbPay.Sandbox.Bank;
using YbPay.Sandbox.CreditBank;
using YbPay.Sandbox.Faults;
using YbPay.Sandbox.Hospital;
using YbPay.Sandbox.Hospital.Huimin;
using YbPay.Sandbox.Insurer;
using YbPay.Sandbox.Time;

namespace YbPay.Sandbox.Control;

/// <summary>The sandbox's levers, JSON over loopback: vouchers, faults, the patient, the hospital, the clock.</summary>
public static class ControlEndpoints
{
    private const int LargestCount = 10_000;

    /// <summary>The servers that are moved live in hosts of their own, so their parts are handed in; null is one that does not run here.</summary>
    public static IServiceCollection AddControl(
        this IServiceCollection services, ControlOptions options, FaultBook faults, SandboxClock clock, PatientDesk patient, HospitalWard ward, CreditDesk? creditBank = null,
        InsurerDesk? insurer = null, HuiminDesk? visits = null)
    {
        services.TryAddSingleton(options);
        services.TryAddSingleton<VoucherOffice>();
        services.TryAddSingleton<PlatformDoor>();
        services.AddSingleton(new ControlLevers(faults, clock, patient, ward, creditBank, insurer, visits));
        return services;
    }

    public static IEndpointRouteBuilder MapControl(this IEndpointRouteBuilder routes)
    {
        var control = routes.MapGroup("").AddEndpointFilter<LoopbackOnly>();
        control.MapGet("/", () => ControlReply.Ok(ControlHelp.Text));
        control.MapPost("/vouchers", async (HttpContext context, VoucherOffice office) => await office.IssueAsync(await ControlBody.ReadAsync(context.Request), context.RequestAborted));
        control.MapPost("/faults", OrderFaultAsync);
        control.MapGet("/faults", (ControlLevers levers) => ControlReply.Ok(levers.Faults.Waiting().Select(View)));
        control.MapDelete("/faults", ForgetFaults);
        control.MapPost("/bank/{payOrdId}", MovePatientAsync);
        control.MapPost("/hospital", OrderAnswerAsync);
        control.MapPost("/credit-bank", CreditBankLever.PullAsync);
        control.MapPost("/insurer", InsurerLever.PullAsync);
        control.MapPost("/visits", VisitLever.PullAsync);
        control.MapPost("/enrolments", EnrolmentLever.PullAsync);
        control.MapPost("/claims", ClaimLever.ApplyAsync);
        control.MapPost("/claims/{caseId}", ClaimLever.MoveAsync);
        control.MapGet("/claims/{caseId}", ClaimLever.ShowAsync);
        control.MapGet("/received", ReceivedAsync);
        control.MapPost("/clock", AdvanceAsync);
        control.MapGet("/clock", (ControlLevers levers) => ControlReply.Ok(ClockView(levers.Clock)));
        return routes;
    }

    private static async Task<IResult> OrderFaultAsync(HttpContext context, ControlLevers levers)
    {
        var body = await ControlBody.ReadAsync(context.Request) ?? default;
        if (FaultOrder.Read(body, out var problem) is not { } fault) return ControlReply.Bad(problem!);
        levers.Faults.Order(fault);
        return ControlReply.Ok(View(fault));
    }

    /// <summary>Gives what had not struck yet.</summary>
    private static IResult ForgetFaults(ControlLevers levers)
    {
        var waiting = levers.Faults.Waiting();
        levers.Faults.Clear();
        return ControlReply.Ok(waiting.Select(View));
    }

    private static async Task<IResult> MovePatientAsync(string payOrdId, HttpContext context, ControlLevers levers)
    {
        PatientAction? action = (await ControlBody.ReadAsync(context.Request))?.Text("action") switch { "pay" => PatientAction.Pay, "decline" => PatientAction.Decline, _ => null };
        if (action is null) return ControlReply.Bad("action must be one of pay, decline.");
        return await levers.Patient.MoveOrderAsync(payOrdId, action.Value, context.RequestAborted) is { } move
            ? ControlReply.Ok(new { status = move.Status, amount = move.Amount })
            : ControlReply.Missing("The bank knows no open payment for this order yet.");
    }

    private static async Task<IResult> OrderAnswerAsync(HttpContext context, ControlLevers levers)
    {
        var body = await ControlBody.ReadAsync(context.Request);
        if (body?.Text("orgCodg") is not { } orgCodg) return ControlReply.Bad("orgCodg is missing.");
        if (!levers.Ward.OrgCodgs.Contains(orgCodg)) return ControlReply.Missing("No hospital of the sandbox has this orgCodg.");
        HospitalAnswer? answer = body.Value.Text("answer") switch { "ok" => HospitalAnswer.Ok, "fail" => HospitalAnswer.Fail, "down" => HospitalAnswer.Down, _ => null };
        if (answer is null) return ControlReply.Bad("answer must be one of ok, fail, down.");
        if (body.Value.Count("count", 1) is not { } count || count > LargestCount) return ControlReply.Bad($"count must be a whole number from 1 to {LargestCount}.");
        levers.Ward.Modes.Order(orgCodg, answer.Value, count);
        return ControlReply.Ok(new { orgCodg, answer = HospitalBooks.NameOf(answer.Value), count });
    }

    private static async Task<IResult> ReceivedAsync(string? orgCodg, HttpContext context, ControlLevers levers)
    {
        if (orgCodg is null) return ControlReply.Bad("orgCodg is missing: GET /received?orgCodg=...");
        if (!levers.Ward.OrgCodgs.Contains(orgCodg)) return ControlReply.Missing("No hospital of the sandbox has this orgCodg.");
        var received = await levers.Ward.Books.ReceivedAsync(orgCodg, context.RequestAborted);
        return ControlReply.Ok(received.Select(callback => new
        {
            transaction = callback.Transaction,
            receivedAt = ChinaTime.Iso(callback.ReceivedAt),
            data = callback.Data,
            answer = HospitalBooks.NameOf(callback.Answer),
        }));
    }

    private static async Task<IResult> AdvanceAsync(HttpContext context, ControlLevers levers)
    {
        var text = (await ControlBody.ReadAsync(context.Request))?.Text("advance");
        if (IsoDuration.Parse(text) is not { } by || by < TimeSpan.Zero || by > SandboxClock.Farthest - levers.Clock.Offset)
            return ControlReply.Bad("advance must be an ISO 8601 duration such as PT2H or P1D, forward, and within ten years.");
        levers.Clock.Advance(by);
        return ControlReply.Ok(ClockView(levers.Clock));
    }

    private static object View(Fault fault) => new
    {
        target = FaultOrder.NameOf(fault.Target), transaction = fault.Transaction, kind = FaultOrder.NameOf(fault.Kind), count = fault.Count, delayMs = fault.DelayMs,
    };

    private static object ClockView(SandboxClock clock) => new { now = ChinaTime.Iso(clock.GetUtcNow()), offset = IsoDuration.Print(clock.Offset) };
}

/// <summary>What the levers move.</summary>
internal sealed record ControlLevers(FaultBook Faults, SandboxClock Clock, PatientDesk Patient, HospitalWard Ward, CreditDesk? CreditBank, InsurerDesk? Insurer, HuiminDesk? Visits);
