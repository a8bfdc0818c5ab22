using YbPay.Bureau.Door;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Wallet;
using YbPay.Engine.Ledger;

namespace YbPay.Bureau.Features.Accounts;

/// <summary>5369: pays what is owed of a settlement from the personal account of the settlement's insurance.</summary>
internal sealed class DeductPersonalAccount(PersonCipher cipher, Deductions? deductions = null)
    : DeductionTransaction<DeductPersonalAccountRequest>(Infnos.PersonalAccountDeduction, AccountKind.Personal, cipher, deductions)
{
    protected override DeductionRequest Read(DeductPersonalAccountRequest request) => new(request.PsnNo, request.SetlId, request.MdtrtId);
}
