using System.Text.Json;
using YbPay.Bureau.Door;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Outcomes;
using YbPay.Contracts.Wallet;
using YbPay.Engine.Ledger;

namespace YbPay.Bureau.Features.Accounts;

/// <summary>5369: pays what is owed of a settlement from the personal account of the settlement's insurance.</summary>
internal sealed class DeductPersonalAccount(PersonCipher cipher, Deductions? deductions = null) : WalletTransaction<DeductPersonalAccountRequest>(cipher)
{
    public override string Infno => Infnos.PersonalAccountDeduction;

    protected override string? PsnNo(DeductPersonalAccountRequest request) => request.PsnNo;

    protected override async Task<Outcome<JsonElement>> HandleAsync(Call call, DeductPersonalAccountRequest request, string personKey, CancellationToken cancel) =>
        deductions is null ? Refusals.AccountBankMissing : await deductions.RunAsync(call, new(AccountKind.Personal, personKey, request.SetlId, request.MdtrtId), cancel);
}
