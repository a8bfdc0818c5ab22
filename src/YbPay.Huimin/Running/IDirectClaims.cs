using YbPay.Engine.Money;
using YbPay.Storage;

namespace YbPay.Huimin.Running;

/// <summary>
/// What trials and discharges mean to the case of their visit, where it has one that is a direct claim (claimType 1). Each call is part of the caller's
/// transaction, which holds the trial or discharge. A case that cannot take the step (withdrawn, decided) stays as it is and stops nobody; no case is none.
/// </summary>
internal interface IDirectClaims
{
    /// <summary>A trial found what the insurer would pay: more than nothing.</summary>
    Task TrialledAsync(DbSession session, string hospitalId, string visitNo, string trialId, Fen budget, long now);

    /// <summary>A discharge is settled, and the insurer has paid by it.</summary>
    Task DischargedAsync(DbSession session, string hospitalId, string visitNo, Fen settled, long now);

    /// <summary>The discharge was cancelled, and the insurer has taken its part back.</summary>
    Task CancelledAsync(DbSession session, string hospitalId, string visitNo, long now);
}
