namespace YbPay.Sandbox.Faults;

/// <summary>Whose server misbehaves.</summary>
public enum FaultTarget
{
    Core,
    Bank,
    Hospital,

    /// <summary>The bank of personal accounts, wallets and mutual-aid accounts.</summary>
    AccountBank,

    /// <summary>The bank of credit payments, behind the huimin platform.</summary>
    CreditBank,

    /// <summary>The commercial insurer, behind the huimin platform.</summary>
    Insurer,
}

/// <summary>How it misbehaves.</summary>
public enum FaultKind
{
    /// <summary>Carried out; the answer is withheld until the caller gives up.</summary>
    Timeout,

    /// <summary>Carried out; the connection is cut before the answer.</summary>
    LostAnswer,

    /// <summary>Carried out twice with the same body; the second answer goes back.</summary>
    Duplicate,

    /// <summary>Refused in the target's own words, without effect.</summary>
    Refuse,

    /// <summary>Carried out late, even when the caller has gone meanwhile.</summary>
    Delay,
}

/// <summary>A fault that was ordered.</summary>
/// <param name="Transaction">2207, 6302, create ...; <c>*</c> for any.</param>
/// <param name="Count">How many answers it spoils; then the target is well again.</param>
/// <param name="DelayMs">For <see cref="FaultKind.Delay"/>: how late; for <see cref="FaultKind.Timeout"/>: how long at most the answer is withheld, 0 for 60 s.</param>
public sealed record Fault(FaultTarget Target, string Transaction, FaultKind Kind, int Count, int DelayMs)
{
    public const string AnyTransaction = "*";
}
