using YbPay.Bureau.Door;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Wallet;
using YbPay.Engine.Ledger;

namespace YbPay.Bureau.Features.Accounts;

/// <summary>5379: pays what is owed of a settlement from the person's wallet.</summary>
internal sealed class DeductWallet(PersonCipher cipher, Deductions? deductions = null)
    : DeductionTransaction<DeductWalletRequest>(Infnos.WalletDeduction, AccountKind.Wallet, cipher, deductions)
{
    protected override DeductionRequest Read(DeductWalletRequest request) => new(request.PsnNo, request.SetlId, request.MdtrtId);
}
