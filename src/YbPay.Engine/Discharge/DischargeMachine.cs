using static YbPay.Engine.Discharge.DischargeEvent;
using static YbPay.Engine.Discharge.DischargeState;

namespace YbPay.Engine.Discharge;

/// <summary>
/// The life of a discharge, whole. The insurer goes first: its refusal must leave nothing behind, while money once sent back to a patient cannot be
/// recalled. The table state x event is checked in as docs/reference/discharge-machine.md.
/// </summary>
public static class DischargeMachine
{
    /// <summary>Where a discharge begins whose deposits cover what is due.</summary>
    /// <exception cref="ArgumentException">They do not (<see cref="DischargeSums.Covered"/>): such a discharge never begins.</exception>
    public static DischargeState Begin(DischargeSums sums)
    {
        if (sums.Supplement != Money.Fen.Zero) throw new ArgumentException("The deposits do not cover what is due.", nameof(sums));
        return sums.Budget != Money.Fen.Zero ? SettlingClaim : sums.Refund != Money.Fen.Zero ? Refunding : Settled;
    }

    /// <summary>The next state, or null: the event is refused in this state.</summary>
    public static DischargeState? Next(DischargeState from, DischargeEvent on) => from switch
    {
        SettlingClaim => on switch
        {
            ClaimSettledSurplusLeft => Refunding,
            ClaimSettledNothingLeft => Settled,
            ClaimSettledOtherwise => Undoing,
            ClaimRefused => Failed,
            _ => null,
        },
        Refunding => on switch
        {
            SurplusReturned => Settled,
            RefundsRefused => RefundRefused,
            _ => null,
        },
        RefundRefused => on switch
        {
            Resumed => Refunding,
            SurplusPaidOutByHand => SettledByHand,
            _ => null,
        },
        Undoing => on switch
        {
            ClaimUndone => Failed,
            UndoingRefused => UndoRefused,
            _ => null,
        },
        UndoRefused => on switch
        {
            ClaimUndoneByHand => Failed,
            _ => null,
        },
        Settled => on switch
        {
            CancellationStarted => Cancelling,
            CancelledAtOnce => Cancelled,
            _ => null,
        },
        Cancelling => on switch
        {
            ClaimCancelled => Cancelled,
            CancellationRefused => CancelFailed,
            _ => null,
        },
        CancelFailed => on switch
        {
            CancellationStarted => Cancelling,
            _ => null,
        },
        SettledByHand => null,
        Failed => null,
        Cancelled => null,
    };
}
