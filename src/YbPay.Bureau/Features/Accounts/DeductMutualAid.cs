using YbPay.Bureau.Door;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Wallet;
using YbPay.Engine.Ledger;

namespace YbPay.Bureau.Features.Accounts;

/// <summary>5373: pays what is owed of a settlement from the family's mutual-aid accounts, in their agreed order.</summary>
internal sealed class DeductMutualAid(PersonCipher cipher, Deductions? deductions = null)
    : DeductionTransaction<DeductMutualAidRequest>(Infnos.MutualAidDeduction, AccountKind.MutualAid, cipher, deductions)
{
    protected override DeductionRequest Read(DeductMutualAidRequest request) => new(request.PsnNo, request.SetlId, request.MdtrtId);
}
