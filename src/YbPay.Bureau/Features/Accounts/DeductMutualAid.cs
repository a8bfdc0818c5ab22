using System.Text.Json;
using YbPay.Bureau.Door;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Outcomes;
using YbPay.Contracts.Wallet;
using YbPay.Engine.Ledger;

namespace YbPay.Bureau.Features.Accounts;

/// <summary>5373: pays what is owed of a settlement from the family's mutual-aid accounts, in their agreed order.</summary>
internal sealed class DeductMutualAid(PersonCipher cipher, Deductions? deductions = null) : WalletTransaction<DeductMutualAidRequest>(cipher)
{
    public override string Infno => Infnos.MutualAidDeduction;

    protected override string? PsnNo(DeductMutualAidRequest request) => request.PsnNo;

    protected override async Task<Outcome<JsonElement>> HandleAsync(Call call, DeductMutualAidRequest request, string personKey, CancellationToken cancel) =>
        deductions is null ? Refusals.AccountBankMissing : await deductions.RunAsync(call, new(AccountKind.MutualAid, personKey, request.SetlId, request.MdtrtId), cancel);
}
