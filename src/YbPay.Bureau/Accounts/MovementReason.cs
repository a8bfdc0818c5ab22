namespace YbPay.Bureau.Accounts;

/// <summary>Why an account's balance moved, as its statement says it. With the reference beside it, it names one event.</summary>
internal static class MovementReason
{
    /// <summary>The account came into being with it.</summary>
    public const string Opened = "opened";

    /// <summary>2207, 2304 used the personal account (acct_used_flag); reference: the settlement.</summary>
    public const string Settled = "settled";

    /// <summary>2208, 2305; reference: the cancellation.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>2601 of a settlement; reference: the settlement.</summary>
    public const string Reversed = "reversed";

    /// <summary>2601 of a cancellation; reference: the cancellation.</summary>
    public const string Restored = "restored";

    /// <summary>5369, 5373, 5379; reference: the leg.</summary>
    public const string Deducted = "deducted";

    /// <summary>A deduction came back; reference: its leg.</summary>
    public const string GivenBack = "given back";

    /// <summary>Reference: its leg.</summary>
    public const string ToppedUp = "topped up";
}
