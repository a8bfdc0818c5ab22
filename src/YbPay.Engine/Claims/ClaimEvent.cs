namespace YbPay.Engine.Claims;

/// <summary>What can happen to a case. A new case is <see cref="ClaimState.Applied"/>: applying begins it.</summary>
public enum ClaimEvent
{
    /// <summary>The hospital said that all documents are there (HOS00027, status 1), or the first trial of a direct claim says it in its stead.</summary>
    HospitalReported,

    /// <summary>The insurer has taken the case up.</summary>
    InsurerDeclared,

    /// <summary>The insurer has the fees.</summary>
    FeesUploaded,

    /// <summary>The insurer, or a trial, has said what would be paid.</summary>
    Assessed,

    /// <summary>What is paid is decided: by the insurer, or by a discharge.</summary>
    Settled,

    /// <summary>The discharge that had settled a direct claim was cancelled.</summary>
    SettlementCancelled,

    /// <summary>The insurer has paid.</summary>
    Paid,

    /// <summary>The insurer or the relief fund pays nothing.</summary>
    Refused,

    /// <summary>The outcome is known everywhere: the case is put away.</summary>
    Closed,

    /// <summary>The hospital (HOS00026) or the person withdrew the case.</summary>
    Withdrawn,

    /// <summary>The relief fund approved the application.</summary>
    Approved,

    /// <summary>The relief fund paid.</summary>
    Granted,
}
