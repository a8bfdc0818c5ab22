using System.Text.Json;

namespace YbPay.Sandbox.Insurer;

// The insurer's JSON: camelCase on the wire, amounts in integer fen, times in milliseconds since 1970 UTC. Every order carries
// the platform's own number: the same one with the same content gets the same answer and has no second effect.

/// <summary>The body of <c>POST /insurer/quotes</c>. Prints nothing of the person.</summary>
public sealed record QuoteOrder
{
    public required string Number { get; init; }

    public required string IdNo { get; init; }

    public required string VisitNo { get; init; }

    public string SetlId { get; init; } = "";

    /// <summary>The whole bill.</summary>
    public required long Total { get; init; }

    public required long BasicPaid { get; init; }

    public required long ThirdPartyPaid { get; init; }

    /// <summary>What is left to the person.</summary>
    public required long Own { get; init; }

    public override string ToString() => $"quote {Number}";
}

/// <summary>The body of <c>POST /insurer/settlements</c>.</summary>
public sealed record SettlementOrder
{
    public required string Number { get; init; }

    /// <summary>The number of a quote, which can be settled once.</summary>
    public required string Quote { get; init; }

    /// <summary>What was quoted.</summary>
    public required long Amount { get; init; }
}

/// <summary>The body of <c>POST /insurer/cancellations</c>.</summary>
public sealed record CancellationOrder
{
    public required string Number { get; init; }

    /// <summary>The number of a settlement, which can be cancelled once.</summary>
    public required string Settlement { get; init; }
}

/// <summary>What a hospital uploaded for a case, clear.</summary>
/// <param name="Kind">The transaction under which the hospital sent it, HOS00020 to HOS00024.</param>
/// <param name="Key">Tells several of a kind apart.</param>
/// <param name="Body">Its message, as a JSON object or as JSON text.</param>
public sealed record CaseDocument(string Kind, string? Key, JsonElement Body);

/// <summary>An image of a case: what is known of it without its bytes.</summary>
public sealed record CaseImage(string ImageType, string? FileType, long Size, string? Digest);

/// <summary>The body of <c>POST /insurer/cases</c>. Prints nothing of the person.</summary>
public sealed record CaseOrder
{
    public required string Number { get; init; }

    public required string CaseNo { get; init; }

    public required string InsuranceId { get; init; }

    /// <summary>2, the fast claim; direct claims (1) are paid by settlement.</summary>
    public required string ClaimType { get; init; }

    public required string IdNo { get; init; }

    public required string Name { get; init; }

    public required string VisitNo { get; init; }

    public IReadOnlyList<CaseDocument> Documents { get; init; } = [];

    public IReadOnlyList<CaseImage> Images { get; init; } = [];

    public override string ToString() => $"case {CaseNo}";
}

/// <summary>The body of <c>POST /insurer/withdrawals</c>.</summary>
public sealed record WithdrawalOrder
{
    public required string Number { get; init; }

    public required string CaseNo { get; init; }
}

/// <summary>What became of an order.</summary>
/// <param name="Kind">QUOTE, SETTLEMENT, CANCELLATION, CASE or WITHDRAWAL.</param>
/// <param name="Status">DONE or REFUSED for good, or WAITING.</param>
/// <param name="InsuranceId">Empty when nothing is insured.</param>
/// <param name="Amount">What is quoted, settled or cancelled; 0 when nothing is insured.</param>
public sealed record InsurerOrderView(string Number, string Kind, string Status, string InsurerNo, string InsuranceId, string InsuranceName, long Amount, string Message, long At);

/// <summary>Where a case stands.</summary>
/// <param name="Stage">RECEIVED, DECLARED, COSTED, ASSESSED, SETTLED, PAID, REFUSED or WITHDRAWN; RECEIVED, APPROVED, GRANTED at a relief fund.</param>
/// <param name="Amount">0 until it is assessed or approved.</param>
public sealed record CaseView(string CaseNo, string Stage, string InsuranceId, string InsuranceName, long Amount, string Message, long At);
