namespace YbPay.Center.Core;

/// <summary>The stable codes that our core puts in front of its err_msg; another core's texts have none and stay texts.</summary>
internal static class CoreRefusals
{
    public const string VisitUnknown = "VISIT_UNKNOWN";
    public const string VisitCancelled = "VISIT_CANCELLED";
    public const string LinesMissing = "LINES_MISSING";
    public const string Settled = "SETTLED";
    public const string Reversed = "REVERSED";
    public const string ReversalMismatch = "REVERSAL_MISMATCH";
    public const string MsgidRepeated = "MSGID_REPEATED";
    public const string SignInInvalid = "SIGN_IN_INVALID";
}
