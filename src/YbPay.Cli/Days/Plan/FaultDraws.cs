using YbPay.Cli.Demo;
using YbPay.Sandbox.Faults;

namespace YbPay.Cli.Days.Plan;

/// <summary>Draws what goes wrong on a patient's way: one to three faults at steps that his way has.</summary>
internal static class FaultDraws
{
    private static readonly FaultKind[] Kinds = [FaultKind.Timeout, FaultKind.LostAnswer, FaultKind.Refuse, FaultKind.Duplicate];

    public static IReadOnlyList<PlannedFault> For(Random random, PatientPlan plan)
    {
        var faults = new List<PlannedFault>();
        for (var left = random.Next(1, 4); left > 0; left--) faults.AddRange(One(random, plan));
        return faults;
    }

    private static IEnumerable<PlannedFault> One(Random random, PatientPlan plan)
    {
        var stay = plan.Care == Care.Stay;
        var moment = MomentOf(random, plan);
        var (target, transaction) = moment switch
        {
            Moment.Upload => (FaultTarget.Core, Pick(random, stay ? (string[])["2401", "2301", "9001"] : ["2201", "2203", "2204", "9001"])),
            Moment.Settle => Pick(random, (FaultTarget.Core, stay ? "2304" : "2207"), (FaultTarget.Core, stay ? "2304" : "2207"), (FaultTarget.Core, stay ? "2303" : "2206"),
                (FaultTarget.Bank, "create"), (FaultTarget.Bank, "query"), (FaultTarget.Hospital, "6302")),
            Moment.PayDown => Pick(random, (FaultTarget.AccountBank, "deduct"), (FaultTarget.AccountBank, "deduct"), (FaultTarget.AccountBank, "query"), (FaultTarget.Core, "5379"), (FaultTarget.Core, "5373"),
                (FaultTarget.Core, "5203"), (FaultTarget.Bank, "close")),
            Moment.Undo => Pick(random, (FaultTarget.Core, stay ? "2302" : "2205"), (FaultTarget.Core, stay ? "2305" : "2208"), (FaultTarget.Bank, "close"), (FaultTarget.AccountBank, "credit")),
            Moment.GiveBack => Pick(random, (FaultTarget.Core, stay ? "2305" : "2208"), (FaultTarget.Bank, "refund"), (FaultTarget.AccountBank, "credit")),
        };
        var kind = Kinds[random.Next(Kinds.Length)];
        yield return new(moment, target, transaction, kind, random.Next(1, 3));

        // What became of it is asked for with these; that may go wrong too.
        if (target == FaultTarget.Core && kind is FaultKind.Timeout or FaultKind.LostAnswer && Draws.IsLikely(random, 40))
            yield return new(moment, FaultTarget.Core, Pick(random, "3202", "5203", "2601"), Kinds[random.Next(Kinds.Length)], random.Next(1, 4));
    }

    private static Moment MomentOf(Random random, PatientPlan plan) => plan.Course switch
    {
        _ when plan.PaysDown.Count > 0 && Draws.IsLikely(random, 40) => Moment.PayDown,
        Course.Pays or Course.PaysAfterDeclining when plan.GivesBack == GivesBack.Nothing => Draws.Of(random, (Moment.Upload, 1), (Moment.Settle, 3)),
        Course.Pays or Course.PaysAfterDeclining => Draws.Of(random, (Moment.Upload, 1), (Moment.Settle, 2), (Moment.GiveBack, 4)),
        Course.NeverConfirms or Course.RevokedBeforeConfirming => Draws.Of(random, (Moment.Upload, 1), (Moment.Undo, 2)),
        _ => Draws.Of(random, (Moment.Upload, 1), (Moment.Settle, 2), (Moment.Undo, 3)),
    };

    private static T Pick<T>(Random random, params T[] choices) => choices[random.Next(choices.Length)];
}
