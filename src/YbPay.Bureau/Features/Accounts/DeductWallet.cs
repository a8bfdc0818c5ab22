using System.Text.Json;
using YbPay.Bureau.Door;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Outcomes;
using YbPay.Contracts.Wallet;
using YbPay.Engine.Ledger;

namespace YbPay.Bureau.Features.Accounts;

/// <summary>5379: pays what is owed of a settlement from the person's wallet.</summary>
internal sealed class DeductWallet(PersonCipher cipher, Deductions? deductions = null) : WalletTransaction<DeductWalletRequest>(cipher)
{
    public override string Infno => Infnos.WalletDeduction;

    protected override string? PsnNo(DeductWalletRequest request) => request.PsnNo;

    protected override async Task<Outcome<JsonElement>> HandleAsync(Call call, DeductWalletRequest request, string personKey, CancellationToken cancel) =>
        deductions is null ? Refusals.AccountBankMissing : await deductions.RunAsync(call, new(AccountKind.Wallet, personKey, request.SetlId, request.MdtrtId), cancel);
}
