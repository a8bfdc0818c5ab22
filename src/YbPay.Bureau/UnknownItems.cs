namespace YbPay.Bureau;

/// <summary>How the core treats a fee line whose medListCodg is in no catalogue.</summary>
public enum UnknownItems
{
    /// <summary>The person pays it: what holds in production.</summary>
    OwnPaid,

    /// <summary>As class A without a price limit: a sandbox cannot know every hospital's codes.</summary>
    ClassA,
}
