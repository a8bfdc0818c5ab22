using static YbPay.Engine.Claims.ClaimKind;

namespace YbPay.Engine.Claims;

/// <summary>
/// The life of a case, whole, for each kind. The table state x event is checked in as docs/reference/claim-machine.md.
/// </summary>
public static class ClaimMachine
{
    /// <summary>The next state, or null: the event is refused in this state.</summary>
    public static ClaimState? Next(ClaimKind kind, ClaimState from, ClaimEvent on) => on switch
    {
        ClaimEvent.Withdrawn => IsWithdrawable(from) ? ClaimState.Withdrawn : null,
        ClaimEvent.Refused => IsRefusable(kind, from) ? ClaimState.Refused : null,
        _ => kind switch
        {
            Direct => NextDirect(from, on),
            Fast => NextFast(from, on),
            Relief => NextRelief(from, on),
        },
    };

    /// <summary>Until something is decided the hospital may take the case back.</summary>
    private static bool IsWithdrawable(ClaimState from) => from switch
    {
        ClaimState.Applied or ClaimState.HospitalReported or ClaimState.InsurerDeclared or ClaimState.FeesUploaded or ClaimState.Assessed => true,
        ClaimState.Settled or ClaimState.Paid or ClaimState.Refused or ClaimState.Closed or ClaimState.Withdrawn => false,
        ClaimState.Approved or ClaimState.Granted => false,
    };

    /// <summary>Whoever has a case may refuse it until it has paid. A direct claim is nobody's case: what an insurer does not pay of it, trial and discharge say.</summary>
    private static bool IsRefusable(ClaimKind kind, ClaimState from) => kind is not Direct && from switch
    {
        ClaimState.HospitalReported or ClaimState.InsurerDeclared or ClaimState.FeesUploaded or ClaimState.Assessed or ClaimState.Settled or ClaimState.Approved => true,
        ClaimState.Applied or ClaimState.Paid or ClaimState.Refused or ClaimState.Closed or ClaimState.Withdrawn or ClaimState.Granted => false,
    };

    /// <summary>By trial and discharge. A trial may be made again; a cancelled discharge leaves what the trial said, also when the case had been put away.</summary>
    private static ClaimState? NextDirect(ClaimState from, ClaimEvent on) => (from, on) switch
    {
        (ClaimState.Applied, ClaimEvent.HospitalReported) => ClaimState.HospitalReported,
        (ClaimState.HospitalReported or ClaimState.Assessed, ClaimEvent.Assessed) => ClaimState.Assessed,
        (ClaimState.Assessed, ClaimEvent.Settled) => ClaimState.Settled,
        (ClaimState.Settled or ClaimState.Paid or ClaimState.Closed, ClaimEvent.SettlementCancelled) => ClaimState.Assessed,
        (ClaimState.Settled, ClaimEvent.Paid) => ClaimState.Paid,
        (ClaimState.Paid, ClaimEvent.Closed) => ClaimState.Closed,
        _ => null,
    };

    /// <summary>By documents, as the insurer goes through them.</summary>
    private static ClaimState? NextFast(ClaimState from, ClaimEvent on) => (from, on) switch
    {
        (ClaimState.Applied, ClaimEvent.HospitalReported) => ClaimState.HospitalReported,
        (ClaimState.HospitalReported, ClaimEvent.InsurerDeclared) => ClaimState.InsurerDeclared,
        (ClaimState.InsurerDeclared, ClaimEvent.FeesUploaded) => ClaimState.FeesUploaded,
        (ClaimState.FeesUploaded, ClaimEvent.Assessed) => ClaimState.Assessed,
        (ClaimState.Assessed, ClaimEvent.Settled) => ClaimState.Settled,
        (ClaimState.Settled, ClaimEvent.Paid) => ClaimState.Paid,
        (ClaimState.Paid or ClaimState.Refused, ClaimEvent.Closed) => ClaimState.Closed,
        _ => null,
    };

    /// <summary>By documents and one approval. A grant ends it; so does a refusal, once it is put away.</summary>
    private static ClaimState? NextRelief(ClaimState from, ClaimEvent on) => (from, on) switch
    {
        (ClaimState.Applied, ClaimEvent.HospitalReported) => ClaimState.HospitalReported,
        (ClaimState.HospitalReported, ClaimEvent.InsurerDeclared) => ClaimState.InsurerDeclared,
        (ClaimState.InsurerDeclared, ClaimEvent.Approved) => ClaimState.Approved,
        (ClaimState.Approved, ClaimEvent.Granted) => ClaimState.Granted,
        (ClaimState.Refused, ClaimEvent.Closed) => ClaimState.Closed,
        _ => null,
    };
}
