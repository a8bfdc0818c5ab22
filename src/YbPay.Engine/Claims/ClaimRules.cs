namespace YbPay.Engine.Claims;

/// <summary>Why a case does not do what was asked. Where two apply, the upper one is named.</summary>
public enum ClaimReason
{
    /// <summary>The case is withdrawn.</summary>
    Withdrawn,

    /// <summary>The insurer has the case: documents are closed, and it is not reported twice.</summary>
    Reported,

    /// <summary>Documents are missing; they are named.</summary>
    DocumentsMissing,

    /// <summary>Something is decided already: the case can no longer be withdrawn.</summary>
    Decided,

    /// <summary>The insurer reports what a case of this kind never becomes, or what cannot follow on where it stands: a human must ask it.</summary>
    StageImpossible,
}

/// <summary>A reason, with the documents that are missing where that is it.</summary>
public sealed record ClaimRefusal(ClaimReason Reason, IReadOnlyList<DocumentKind> Missing)
{
    /// <summary>A reason that names no document.</summary>
    public ClaimRefusal(ClaimReason reason)
        : this(reason, [])
    {
    }
}

/// <summary>Decides what a hospital may do with a case.</summary>
public static class ClaimRules
{
    /// <summary>HOS00020-HOS00024, HOS00028: null when the document is taken.</summary>
    public static ClaimRefusal? Document(ClaimState state) => Closed(state);

    /// <summary>HOS00027 with status 1 (2 says that documents are still to come and changes nothing).</summary>
    public static Verdict<ClaimState, ClaimRefusal> Report(ClaimKind kind, ClaimState state, IReadOnlyCollection<DocumentKind> given)
    {
        if (Closed(state) is { } why) return why;
        var missing = ClaimDocuments.Missing(kind, given);
        if (missing.Count > 0) return new ClaimRefusal(ClaimReason.DocumentsMissing, missing);
        return ClaimMachine.Next(kind, state, ClaimEvent.HospitalReported)
            ?? throw new InvalidOperationException($"A {kind} case that takes documents cannot be reported.");
    }

    /// <summary>HOS00026.</summary>
    public static Verdict<ClaimState, ClaimRefusal> Withdraw(ClaimKind kind, ClaimState state)
    {
        if (state is ClaimState.Withdrawn) return new ClaimRefusal(ClaimReason.Withdrawn);
        return ClaimMachine.Next(kind, state, ClaimEvent.Withdrawn) is { } next ? next : new ClaimRefusal(ClaimReason.Decided);
    }

    /// <summary>A withdrawal needs the insurer's word: it has been handed the case. A direct claim is never handed in.</summary>
    public static bool InsurerDecidesWithdrawal(ClaimKind kind, ClaimState state) => kind is not ClaimKind.Direct && state.IsAwaited();

    /// <summary>The case is handed in to its insurer once the hospital has reported it; a direct claim is paid by its discharge.</summary>
    public static bool IsHandedIn(ClaimKind kind) => kind is not ClaimKind.Direct;

    private static ClaimRefusal? Closed(ClaimState state) =>
        state.TakesDocuments() ? null : new(state is ClaimState.Withdrawn ? ClaimReason.Withdrawn : ClaimReason.Reported);
}
