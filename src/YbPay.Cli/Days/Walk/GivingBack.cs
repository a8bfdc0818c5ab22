using YbPay.Cli.Days.Plan;
using YbPay.Client;
using YbPay.Engine.Money;

namespace YbPay.Cli.Days.Walk;

/// <summary>Carries out the refunds of a paid order (6203), step by step; EXP is asked again until it is known, and finished with CASH.</summary>
internal sealed class GivingBack(Visit visit)
{
    private const int MostTries = 4;

    /// <summary>What went back at the bank.</summary>
    public Fen CashBack { get; private set; }

    public string? GivenUp { get; private set; }

    public async Task RunAsync(SettledAmounts paid, CancellationToken cancel)
    {
        await visit.OrderFaultsAsync(Moment.GiveBack, cancel);
        foreach (var step in StepsOf(visit.Plan, paid))
            if (GivenUp is null) await StepAsync(step, cancel);
        await visit.World.Still.AllDoneAsync(cancel);
    }

    /// <summary>The requests of a plan, without those for which the order has nothing: pure.</summary>
    internal static IEnumerable<RefundParts> StepsOf(PatientPlan plan, SettledAmounts paid)
    {
        var part = new Fen(Math.Max(1, paid.Due.Value * plan.CashShare / 100));
        var whole = new RefundParts("ALL", paid.Due, paid.Account, paid.Fund);
        var insurance = new RefundParts("HI", Fen.Zero, paid.Account, paid.Fund);
        var steps = plan.GivesBack switch
        {
            GivesBack.Nothing => [],
            GivesBack.Whole => [whole],
            GivesBack.Insurance => [insurance],
            GivesBack.CashInPart => [Cash(part)],
            GivesBack.Cash => [Cash(paid.Due)],
            GivesBack.CashInPartThenInsurance => [Cash(part), insurance],
            GivesBack.InsuranceThenCash => (RefundParts[])[insurance, Cash(paid.Due)],
        };
        return steps.Where(step => step.Total > Fen.Zero && step.Cash <= paid.Due);

        static RefundParts Cash(Fen cash) => new("CASH", cash, null, null);
    }

    private async Task StepAsync(RefundParts parts, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            switch (await AskedAsync(parts, cancel))
            {
                case "SUCC":
                    CashBack += parts.Cash;
                    return;
                case "EXP" when parts.Kind == "ALL":
                    // Insurance is back, the bank refused the cash: a CASH refund finishes it.
                    parts = new RefundParts("CASH", parts.Cash, null, null);
                    break;
            }
        }

        GivenUp = "6203";
    }

    /// <summary>One refund to its end: the same request again is how a hospital learns what became of it.</summary>
    private async Task<string> AskedAsync(RefundParts parts, CancellationToken cancel)
    {
        var appRefdSn = visit.NextNumber("RF");
        await visit.ScanAsync(cancel);
        try
        {
            var reply = await visit.RefundAsync(appRefdSn, parts, cancel);
            if (reply.RefStatus != "EXP") return reply.RefStatus;
            await visit.World.Still.AllDoneAsync(cancel);
            return (await visit.RefundAsync(appRefdSn, parts, cancel)).RefStatus;
        }
        catch (YbPayException)
        {
            await visit.World.Still.AllDoneAsync(cancel);
            return "FAIL";
        }
    }
}
