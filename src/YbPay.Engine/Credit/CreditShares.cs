using YbPay.Engine.Money;

namespace YbPay.Engine.Credit;

/// <summary>Who bears a credit payment: <see cref="Claim"/> + <see cref="Card"/> + <see cref="Discount"/> = the amount, always.</summary>
/// <param name="Claim">insureSettleAmt: what the insurer pays.</param>
/// <param name="Card">What the patient's account or credit pays.</param>
/// <param name="Discount">couponInfo: what the credit channel bears itself, to the patient's favour.</param>
public readonly record struct CreditShares(Fen Claim, Fen Card, Fen Discount)
{
    /// <summary>psnAmt: what came through the credit channel, whoever bears it there. This much can be refunded, and this much a deposit is worth.</summary>
    public Fen Personal => Card + Discount;

    /// <summary>amt, as the hospital asked.</summary>
    public Fen Amount => Claim + Personal;

    /// <param name="amount">amt of HOS00003.</param>
    /// <param name="claim">What the insurer settled, zero without one.</param>
    /// <param name="discount">As the bank reported it, zero while it has not paid.</param>
    public static Verdict<CreditShares, CreditReason> Of(Fen amount, Fen claim, Fen discount)
    {
        if (!CreditAmounts.IsPrintable(amount)) return CreditReason.AmountInvalid;
        if (claim < Fen.Zero || claim > amount) return CreditReason.ClaimBeyondAmount;
        if (discount < Fen.Zero || discount > amount - claim) return CreditReason.DiscountBeyondPaid;
        return new CreditShares(claim, amount - claim - discount, discount);
    }

    /// <summary>
    /// Who gets back a refund of <paramref name="amount"/> after <paramref name="refundedBefore"/> were given back: the patient the share that he paid, the
    /// channel's discount the rest, as the bank divides it. Rounded down on the way, so that the parts of several refunds add up to the parts that were paid.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">More than was paid: <see cref="CreditRefundRules"/> lets no such refund begin.</exception>
    public (Fen Card, Fen Discount) OfRefund(Fen refundedBefore, Fen amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(refundedBefore.Value, nameof(refundedBefore));
        ArgumentOutOfRangeException.ThrowIfNegative(amount.Value, nameof(amount));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((refundedBefore + amount).Value, Personal.Value, nameof(amount));
        var card = CardOf(refundedBefore + amount) - CardOf(refundedBefore);
        return (card, amount - card);
    }

    /// <summary>The patient's part of what has gone back of a payment in all.</summary>
    private Fen CardOf(Fen refunded) => Personal == Fen.Zero ? Fen.Zero : new((long)((Int128)refunded.Value * Card.Value / Personal.Value));
}
