using YbPay.Engine.Credit;

namespace YbPay.Huimin.Features.Payments;

/// <summary>A refund of a credit payment, asked for by a hospital (HOS00004) or by a discharge.</summary>
internal sealed record RefundRow
{
    public required string QueryId { get; init; }

    /// <summary>The number under which the bank knows it.</summary>
    public required string LegId { get; init; }

    public required string HospitalId { get; init; }

    /// <summary>The hospital's number; of a discharge's surplus that of the payment.</summary>
    public required string OrderId { get; init; }

    public required string Digest { get; init; }

    /// <summary>The payment's queryId.</summary>
    public required string PaymentId { get; init; }

    public string? DischargeId { get; init; }

    /// <summary>How often the discharge was resumed before.</summary>
    public long Round { get; init; }

    public required long State { get; init; }

    public long Version { get; init; }

    public required long Amount { get; init; }

    /// <summary>The bank's own number.</summary>
    public string? TradeNo { get; init; }

    public string Msg { get; init; } = "";

    public required long CreatedAt { get; init; }

    /// <summary>When its end was booked.</summary>
    public long? DoneAt { get; init; }

    public CreditRefundState Stands => (CreditRefundState)State;

    public override string ToString() => $"{QueryId} {Stands}";
}
