using YbPay.Engine.Credit;
using YbPay.Engine.Discharge;
using YbPay.Engine.Money;

namespace YbPay.Huimin.Features.Payments;

/// <summary>A credit payment (HOS00003). Amounts are fen.</summary>
internal sealed record PaymentRow
{
    public required string QueryId { get; init; }

    public required string HospitalId { get; init; }

    public required string OrderId { get; init; }

    public required string Digest { get; init; }

    public required string CityCode { get; init; }

    public required string EnrolmentId { get; init; }

    public required string PersonKey { get; init; }

    public required string OrderType { get; init; }

    public required string MdtrtId { get; init; }

    public required string SetlId { get; init; }

    public string? VisitNo { get; init; }

    public required long State { get; init; }

    public long Version { get; init; }

    public required long Amt { get; init; }

    /// <summary>What the insurer has settled and stands.</summary>
    public long Insured { get; init; }

    /// <summary>What is left for the credit channel: amt less insured, paid when the state says so.</summary>
    public required long PsnAmt { get; init; }

    /// <summary>What a coupon bore of psn_amt.</summary>
    public long Discount { get; init; }

    /// <summary>Refunds done and on their way.</summary>
    public long Held { get; init; }

    public long Refunded { get; init; }

    public string? AccType { get; init; }

    /// <summary>Masked.</summary>
    public string? CardLabel { get; init; }

    /// <summary>The number under which the bank was asked to pay: refunds name it.</summary>
    public string? PayLeg { get; init; }

    /// <summary>The bank's own number.</summary>
    public string? TradeNo { get; init; }

    /// <summary>The settlement that a direct claim is of; null without one.</summary>
    public string? ClaimSetl { get; init; }

    public long Social { get; init; }

    public long ThirdParty { get; init; }

    public string? QuoteId { get; init; }

    public long Quoted { get; init; }

    /// <summary>What the insurer said it had settled, whether or not it stands.</summary>
    public long Claimed { get; init; }

    public string? InsurerLeg { get; init; }

    public string? InsuranceId { get; init; }

    /// <summary>The discharge that holds or has used the deposit.</summary>
    public string? DischargeId { get; init; }

    public long Consumed { get; init; }

    public string Msg { get; init; } = "";

    public required long CreatedAt { get; init; }

    /// <summary>When it was booked as paid.</summary>
    public long? PaidAt { get; init; }

    public CreditPaymentState Stands => (CreditPaymentState)State;

    public bool IsDeposit => DepositRules.IsDeposit(OrderType);

    public CreditShares Shares => new(new Fen(Insured), new Fen(PsnAmt - Discount), new Fen(Discount));

    /// <summary>A discharge that is done has used up whatever was left.</summary>
    public DepositHold Hold => DischargeId is null ? DepositHold.Free : Consumed > 0 ? DepositHold.Used : DepositHold.Held;

    public CreditRefundBasis RefundBasis => new(
        Stands, DateTimeOffset.FromUnixTimeMilliseconds(PaidAt ?? CreatedAt), new Fen(PsnAmt), new Fen(Refunded), new Fen(Held - Refunded), Hold);

    public override string ToString() => $"{QueryId} {Stands}";
}
