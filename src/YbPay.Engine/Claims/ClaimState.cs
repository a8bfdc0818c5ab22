namespace YbPay.Engine.Claims;

/// <summary>Where a case stands. Two numberings go outside: claimStatus (<see cref="ClaimStates.ToClaimStatus"/>) and claimNode (<see cref="ClaimStates.ToClaimNode"/>).</summary>
public enum ClaimState
{
    /// <summary>The insured person applied; the hospital sends documents.</summary>
    Applied = 1,

    /// <summary>The hospital has said that all documents are there (HOS00027): the insurer has the case.</summary>
    HospitalReported = 2,

    /// <summary>The insurer has taken the case up.</summary>
    InsurerDeclared = 3,

    /// <summary>The insurer has the fees.</summary>
    FeesUploaded = 5,

    /// <summary>The insurer, or a trial, has said what would be paid.</summary>
    Assessed = 61,

    /// <summary>What is paid is decided.</summary>
    Settled = 62,

    /// <summary>The insurer has paid.</summary>
    Paid = 71,

    /// <summary>The insurer or the fund pays nothing.</summary>
    Refused = 72,

    /// <summary>Nothing will happen any more.</summary>
    Closed = 9,

    /// <summary>Withdrawn by the hospital or the person: another case may be opened for the visit.</summary>
    Withdrawn = 0,

    /// <summary>The relief fund has approved the application.</summary>
    Approved = 111,

    /// <summary>The relief fund has paid.</summary>
    Granted = 112,
}

/// <summary>What the states of a case mean outside.</summary>
public static class ClaimStates
{
    /// <summary>claimNode of a visit without a case.</summary>
    public const string NoCase = "0";

    /// <summary>The dictionary's claimStatus; null for the relief fund's own stages, which have a node and no status.</summary>
    public static string? ToClaimStatus(this ClaimState state) => state switch
    {
        ClaimState.Withdrawn => "0",
        ClaimState.Applied => "1",
        ClaimState.HospitalReported => "2",
        ClaimState.InsurerDeclared => "3",
        ClaimState.FeesUploaded => "5",
        ClaimState.Assessed => "61",
        ClaimState.Settled => "62",
        ClaimState.Paid => "71",
        ClaimState.Refused => "72",
        ClaimState.Closed => "9",
        ClaimState.Approved or ClaimState.Granted => null,
    };

    /// <summary>The wire's claimNode (HOS00029, HIS00004).</summary>
    public static string ToClaimNode(this ClaimState state) => state switch
    {
        ClaimState.Applied or ClaimState.HospitalReported or ClaimState.InsurerDeclared => "1",
        ClaimState.FeesUploaded => "2",
        ClaimState.Assessed => "3",
        ClaimState.Settled or ClaimState.Paid or ClaimState.Refused or ClaimState.Closed => "4",
        ClaimState.Withdrawn => "9",
        ClaimState.Approved => "11",
        ClaimState.Granted => "12",
    };

    /// <summary>The insurer, or the fund, has it and has more to say: it is asked from time to time.</summary>
    public static bool IsAwaited(this ClaimState state) => state switch
    {
        ClaimState.HospitalReported or ClaimState.InsurerDeclared or ClaimState.FeesUploaded or ClaimState.Assessed or ClaimState.Settled or ClaimState.Approved => true,
        ClaimState.Applied or ClaimState.Paid or ClaimState.Refused or ClaimState.Closed or ClaimState.Withdrawn or ClaimState.Granted => false,
    };

    /// <summary>What is paid has been said: from the assessment on, nothing for a refusal.</summary>
    public static bool HasAmount(this ClaimState state) => state switch
    {
        ClaimState.Assessed or ClaimState.Settled or ClaimState.Paid or ClaimState.Refused or ClaimState.Closed or ClaimState.Approved or ClaimState.Granted => true,
        ClaimState.Applied or ClaimState.HospitalReported or ClaimState.InsurerDeclared or ClaimState.FeesUploaded or ClaimState.Withdrawn => false,
    };

    /// <summary>It has ended. Only the cancellation of its discharge brings a direct claim back.</summary>
    public static bool IsOver(this ClaimState state) => state is ClaimState.Withdrawn or ClaimState.Closed or ClaimState.Granted;

    /// <summary>HOS00020-HOS00024 and HOS00028 are taken: once the insurer has the case, a document would change what it decides on.</summary>
    public static bool TakesDocuments(this ClaimState state) => state is ClaimState.Applied;
}
