using YbPay.Engine.Money;

namespace YbPay.Engine.Benefits;

/// <summary>What the calculation needs to know of the insured person.</summary>
/// <param name="Insutype">310 employees, 390 residents.</param>
/// <param name="PsnType">11.. at work, 12.. retired, 14../15../16.. residents.</param>
/// <param name="AccountBalance">The personal account before this bill; not negative.</param>
public sealed record InsuredFacts(string Insutype, string PsnType, Fen AccountBalance);

/// <summary>What it needs to know of the visit.</summary>
/// <param name="MedType">Medical category (11 outpatients, 21 inpatients, ...).</param>
/// <param name="HospitalLevel">1, 2 or 3.</param>
/// <param name="UseAccount">acct_used_flag is 1.</param>
public sealed record VisitFacts(string MedType, int HospitalLevel, bool UseAccount);

/// <summary>What was used up before this bill, in the span that the rule counts in.</summary>
/// <param name="Deductible">Of the year for outpatients, of the stay for inpatients.</param>
/// <param name="Fund">Paid by the fund this year under the rule's cap.</param>
public readonly record struct UsedBefore(Fen Deductible, Fen Fund);
