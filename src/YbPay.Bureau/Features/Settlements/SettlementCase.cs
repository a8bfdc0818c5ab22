using YbPay.Bureau.Persons;
using YbPay.Engine.Benefits;

namespace YbPay.Bureau.Features.Settlements;

/// <summary>A bill calculated, with all that a settlement of it needs; nothing stored yet.</summary>
internal sealed record SettlementCase(
    SettlementOrder Order, PersonProfile Profile, string PsnType, string MedType, BenefitResult Result, int Lines, string FundYear, string DeductiblePeriod, StoredReckoning Reckoning);
