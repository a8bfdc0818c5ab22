using YbPay.Engine.Money;

namespace YbPay.Bureau.Features.Settlements;

/// <summary>What a pre-settlement or settlement asks for, outpatient or inpatient alike.</summary>
/// <param name="Batch">Empty for all unsettled lines of a stay.</param>
/// <param name="MedType">Empty to take the visit's.</param>
/// <param name="Final">False for a settlement in the middle of a stay (mid_setl_flag 1).</param>
internal sealed record SettlementOrder(
    string PersonKey, string MdtrtId, bool Inpatient, string Batch, string Insutype, string MedType, string MdtrtCertType, bool UseAccount, Fen Total, bool Final)
{
    public const string Yes = "1";
}
