using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Client;
using YbPay.Sandbox.Plan;
using YbPay.Sandbox.Time;
using static YbPay.Cli.Demo.DemoSteps;

namespace YbPay.Cli.Demo.Huimin;

/// <summary>
/// An inpatient at the huimin platform: signs, pays three deposits, goes home with commercial insurance and gets the surplus back, claims the rest from a second
/// insurer; at noon of the next day the hospital's statement is held against its own records.
/// </summary>
internal sealed class HuiminJourney(SandboxFile sandbox, SandboxClock clock, Timeline timeline, int seed)
{
    private readonly SortedSet<string> _called = new(StringComparer.Ordinal);

    /// <summary>The interfaces of the document that were called until now, in both directions.</summary>
    public IReadOnlyCollection<string> Called => _called;

    /// <summary>True when every step held.</summary>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        var random = new Random(seed);
        using var control = new ControlDesk(sandbox, clock);
        timeline.Title("一位住院患者：签约、三笔押金、带商保的出院结算、退多交的押金、快赔、对账");
        try
        {
            await StatementSteps.BeginAsync(control, clock, cancel);
            var partner = sandbox.HuiminPartners[random.Next(sandbox.HuiminPartners.Count)];
            await using var services = new ServiceCollection().AddHuimin(sandbox, partner, clock, connection => connection.AddHttpMessageHandler(() => new CountedTransactions(_called)));
            // The first person of the sandbox has accounts of every kind and is insured three times.
            var stay = Stay.Draw(sandbox.Persons[0], partner, clock.GetUtcNow(), random);
            await WalkAsync(new HuiminScene(services.GetRequiredService<IHuiminClient>(), control, clock, timeline, stay), cancel);
            timeline.Step("demo", $"共调用 {_called.Count} 个接口", Values(("接口", string.Join(" ", _called))));
            return timeline.Held;
        }
        catch (Exception e) when (e is YbPayException or DemoFailedException)
        {
            timeline.Failed("demo", e.Message, Values(("rtCode", (e as YbPayException)?.RtCode ?? "-")));
            return false;
        }
    }

    private async Task WalkAsync(HuiminScene scene, CancellationToken cancel)
    {
        var stay = scene.Stay;
        var day = stay.Admitted.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        await scene.Control.OrderAsync("/visits", new
        {
            orgCodg = stay.Hospital.OrgCodg, psnNo = stay.Patient.PsnNo, treatmentSerialNo = stay.VisitNo, medDate = stay.Discharged.ToString("yyyyMMdd", CultureInfo.InvariantCulture), medType = "0040",
            departmentName = "骨科", medName = "股骨颈骨折", mlcd10code = "S72.000",
        }, cancel);
        timeline.Step("his", "患者住院", Values(("treatmentSerialNo", stay.VisitNo), ("入院", day), ("医院", stay.Hospital.HospitalId)));
        var token = await EnrolmentSteps.WalkAsync(scene, _called, cancel);
        var deposits = await PaymentSteps.DepositsAsync(scene, token, cancel);
        await PaymentSteps.ExaminationAsync(scene, token, cancel);
        var insured = await DischargeSteps.WalkAsync(scene, deposits, cancel);
        await ClaimSteps.WalkAsync(scene, insured, _called, cancel);
        await StatementSteps.WalkAsync(scene, cancel);
    }
}
