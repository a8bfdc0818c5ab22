namespace YbPay.Engine.Claims;

/// <summary>What an insurer, or the relief fund, says about a case when it is asked.</summary>
public enum InsurerStage
{
    /// <summary>It has the case.</summary>
    Received,

    /// <summary>It has taken the case up.</summary>
    Declared,

    /// <summary>It has the fees.</summary>
    Costed,

    /// <summary>It has said what would be paid.</summary>
    Assessed,

    /// <summary>It has decided what is paid.</summary>
    Settled,

    /// <summary>It has paid.</summary>
    Paid,

    /// <summary>It pays nothing.</summary>
    Refused,

    /// <summary>It has been told that the case is withdrawn.</summary>
    Withdrawn,

    /// <summary>The relief fund has approved the application.</summary>
    Approved,

    /// <summary>The relief fund has paid.</summary>
    Granted,
}

/// <summary>One step of a walk.</summary>
public readonly record struct ClaimStep(ClaimEvent On, ClaimState To);

/// <summary>
/// Whoever asks from time to time misses stages. The case walks through them all the same, so that its history has no gap and the hospital is told of
/// every node; a stage that is behind the case is old news.
/// </summary>
public static class ClaimWalk
{
    private static readonly ClaimEvent[] Steps = Enum.GetValues<ClaimEvent>();

    /// <summary>
    /// The shortest walk from where the case stands to what the insurer says; empty when the case has been there. Only the insurer's own steps are taken:
    /// nobody reports for the hospital, cancels for it, or puts a case away.
    /// </summary>
    public static Verdict<ClaimStep[], ClaimRefusal> To(ClaimKind kind, ClaimState from, InsurerStage stage)
    {
        var target = StateOf(stage);
        if (target == from) return Array.Empty<ClaimStep>();
        if (from is ClaimState.Withdrawn) return new ClaimRefusal(ClaimReason.Withdrawn);
        if (Path(kind, from, target, IsTheInsurers) is { } walk) return walk;
        return IsBehind(kind, from, target) ? Array.Empty<ClaimStep>() : new ClaimRefusal(ClaimReason.StageImpossible);
    }

    /// <summary>A trial was made for a visit whose case is a direct claim: the steps up to <see cref="ClaimState.Assessed"/>; where it is there already, that step once more for the new amount.</summary>
    public static Verdict<ClaimStep[], ClaimRefusal> Trialled(ClaimState from) => ClaimMachine.Next(ClaimKind.Direct, from, ClaimEvent.Assessed) is { } again && again == from
        ? (ClaimStep[])[new(ClaimEvent.Assessed, again)]
        : Direct(from, ClaimState.Assessed, on => on is ClaimEvent.HospitalReported or ClaimEvent.Assessed);

    /// <summary>The discharge of a direct claim's visit is settled: the insurer has paid by it.</summary>
    public static Verdict<ClaimStep[], ClaimRefusal> Discharged(ClaimState from) =>
        Direct(from, ClaimState.Paid, on => on is ClaimEvent.Settled or ClaimEvent.Paid);

    /// <summary>The state that a stage stands for.</summary>
    public static ClaimState StateOf(InsurerStage stage) => stage switch
    {
        InsurerStage.Received => ClaimState.HospitalReported,
        InsurerStage.Declared => ClaimState.InsurerDeclared,
        InsurerStage.Costed => ClaimState.FeesUploaded,
        InsurerStage.Assessed => ClaimState.Assessed,
        InsurerStage.Settled => ClaimState.Settled,
        InsurerStage.Paid => ClaimState.Paid,
        InsurerStage.Refused => ClaimState.Refused,
        InsurerStage.Withdrawn => ClaimState.Withdrawn,
        InsurerStage.Approved => ClaimState.Approved,
        InsurerStage.Granted => ClaimState.Granted,
    };

    private static Verdict<ClaimStep[], ClaimRefusal> Direct(ClaimState from, ClaimState to, Func<ClaimEvent, bool> allowed) =>
        Path(ClaimKind.Direct, from, to, allowed) is { } walk ? walk : new ClaimRefusal(from is ClaimState.Withdrawn ? ClaimReason.Withdrawn : ClaimReason.Decided);

    private static bool IsTheInsurers(ClaimEvent on) => on switch
    {
        ClaimEvent.InsurerDeclared or ClaimEvent.FeesUploaded or ClaimEvent.Assessed or ClaimEvent.Settled or ClaimEvent.Paid => true,
        ClaimEvent.Refused or ClaimEvent.Withdrawn or ClaimEvent.Approved or ClaimEvent.Granted => true,
        ClaimEvent.HospitalReported or ClaimEvent.SettlementCancelled or ClaimEvent.Closed => false,
    };

    /// <summary>A case of this kind comes by the stage on its way to where it stands.</summary>
    private static bool IsBehind(ClaimKind kind, ClaimState from, ClaimState target) =>
        target is not ClaimState.Withdrawn && Path(kind, target, from, on => on is not ClaimEvent.SettlementCancelled) is not null;

    private static ClaimStep[]? Path(ClaimKind kind, ClaimState from, ClaimState to, Func<ClaimEvent, bool> allowed)
    {
        var walks = new Dictionary<ClaimState, ClaimStep[]> { [from] = [] };
        var open = new Queue<ClaimState>([from]);
        while (open.TryDequeue(out var state))
        {
            if (state == to) return walks[state];
            foreach (var on in Steps.Where(allowed))
                if (ClaimMachine.Next(kind, state, on) is { } next && walks.TryAdd(next, [.. walks[state], new(on, next)])) open.Enqueue(next);
        }

        return null;
    }
}
