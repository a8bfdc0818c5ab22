using YbPay.Engine.Money;

namespace YbPay.Engine.Credit;

/// <summary>Decides which event of a credit payment an answer is (huimin document, section 3.2.3).</summary>
public static class CreditPaymentRules
{
    /// <summary>Where a payment begins. Nothing to pay is paid at once, with no account and nobody asked.</summary>
    /// <param name="directClaim">The hospital sent what an insurer needs (extParams).</param>
    public static Verdict<CreditPaymentState, CreditReason> Begin(Fen amount, bool directClaim)
    {
        if (!CreditAmounts.IsPrintable(amount)) return CreditReason.AmountInvalid;
        if (amount == Fen.Zero) return CreditPaymentState.Paid;
        return directClaim ? CreditPaymentState.QuotingClaim : CreditPaymentState.Paying;
    }

    /// <summary>What a quote means. One that cannot be is refused: nothing has moved yet, so the payment may go on as if nothing were insured.</summary>
    public static Verdict<CreditPaymentEvent, CreditReason> Quoted(Fen amount, Fen quote)
    {
        if (quote < Fen.Zero || quote > amount) return CreditReason.ClaimBeyondAmount;
        return quote == Fen.Zero ? CreditPaymentEvent.NothingInsured : CreditPaymentEvent.ClaimQuoted;
    }

    /// <summary>What the insurer's settlement means. Another amount than was asked for must not stand, whichever way it differs.</summary>
    public static CreditPaymentEvent Settled(Fen amount, Fen quote, Fen settled) =>
        settled != quote ? CreditPaymentEvent.ClaimSettledOtherwise
        : settled == amount ? CreditPaymentEvent.ClaimSettledInFull
        : CreditPaymentEvent.ClaimSettled;
}
