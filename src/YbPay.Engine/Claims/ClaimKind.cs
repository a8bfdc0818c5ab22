namespace YbPay.Engine.Claims;

/// <summary>Which way a case is decided.</summary>
public enum ClaimKind
{
    /// <summary>直赔: the insurer pays the hospital, by trial and discharge. claimType 1.</summary>
    Direct = 1,

    /// <summary>快赔: the hospital sends documents, the insurer pays the patient. claimType 2.</summary>
    Fast = 2,

    /// <summary>粤就助: the road-accident relief fund advances the cost. The document has no claimType for it; it is sent as 2, since it lives by documents too.</summary>
    Relief = 3,
}

/// <summary>What the kinds are called outside.</summary>
public static class ClaimKinds
{
    /// <summary>The wire's claimType (HIS00002, HIS00004, HOS00029).</summary>
    public static string ToClaimType(this ClaimKind kind) => kind switch
    {
        ClaimKind.Direct => "1",
        ClaimKind.Fast => "2",
        ClaimKind.Relief => "2",
    };
}
