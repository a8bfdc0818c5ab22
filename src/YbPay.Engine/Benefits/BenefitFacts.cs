using YbPay.Engine.Money;

namespace YbPay.Engine.Benefits;

/// <summary>What the calculation needs to know of the insured person.</summary>
/// <param name="Insutype">310 employees, 390 residents.</param>
/// <param name="PsnType">11.. at work, 12.. retired, 14../15../16.. residents.</param>
/// <param name="AccountBalance">The personal account before this bill; not negative.</param>
public sealed record InsuredFacts(string Insutype, string PsnType, Fen AccountBalance)
{
    /// <summary>Every insurance kind that is held, supplements (320, 330, 392 ...) among them.</summary>
    public IReadOnlyCollection<string> Insurances { get; init; } = [];

    /// <summary>psn_idet_type of each identity, such as those that medical aid is for.</summary>
    public IReadOnlyCollection<string> Identities { get; init; } = [];
}

/// <summary>What it needs to know of the visit.</summary>
/// <param name="MedType">Medical category (11 outpatients, 21 inpatients, ...).</param>
/// <param name="HospitalLevel">1, 2 or 3.</param>
/// <param name="UseAccount">acct_used_flag is 1.</param>
public sealed record VisitFacts(string MedType, int HospitalLevel, bool UseAccount);

/// <summary>What was used up of one grant before this bill.</summary>
/// <param name="Deductible">Of the deductible's span: the year, or the stay.</param>
/// <param name="Fund">Paid by the fund this year under the yearly cap.</param>
public readonly record struct UsedBefore(Fen Deductible, Fen Fund)
{
    /// <summary>How far the bands are filled in the deductible's span.</summary>
    public Fen Shared { get; init; }

    /// <summary>Paid by the fund within the deductible's span, for a cap per stay.</summary>
    public Fen SpanFund { get; init; }
}
