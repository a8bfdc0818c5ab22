using static YbPay.Engine.Credit.CreditPaymentEvent;
using static YbPay.Engine.Credit.CreditPaymentState;

namespace YbPay.Engine.Credit;

/// <summary>
/// The life of a credit payment, whole. The insurer goes first, because a claim can be cancelled while a charge to a patient's card had
/// better not be made in vain. The table state x event is checked in as docs/reference/credit-machine.md.
/// </summary>
public static class CreditPaymentMachine
{
    /// <summary>The next state, or null: the event is refused in this state.</summary>
    public static CreditPaymentState? Next(CreditPaymentState from, CreditPaymentEvent on) => from switch
    {
        QuotingClaim => on switch
        {
            ClaimQuoted => SettlingClaim,
            NothingInsured => Paying,
            QuoteUnanswered => Failed,
            _ => null,
        },
        SettlingClaim => on switch
        {
            ClaimSettled => PayingRest,
            ClaimSettledInFull => Paid,
            ClaimSettledOtherwise => Undoing,
            ClaimRefused => Failed,
            _ => null,
        },
        Paying => on switch
        {
            BankPaid => Paid,
            BankRefused => Failed,
            _ => null,
        },
        PayingRest => on switch
        {
            BankPaid => Paid,
            BankRefused => Undoing,
            _ => null,
        },
        Undoing => on switch
        {
            ClaimCancelled => Failed,
            CancellationRefused => UndoRefused,
            _ => null,
        },
        UndoRefused => on switch
        {
            ClaimUndoneByHand => Failed,
            _ => null,
        },
        Paid => null,
        Failed => null,
    };
}
