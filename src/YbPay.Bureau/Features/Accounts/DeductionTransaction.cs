using System.Text.Json;
using YbPay.Bureau.Door;
using YbPay.Bureau.Persons;
using YbPay.Contracts;
using YbPay.Contracts.Outcomes;
using YbPay.Engine.Ledger;

namespace YbPay.Bureau.Features.Accounts;

/// <summary>What 5369, 5373 and 5379 ask for, as each prints it. Prints without the person.</summary>
internal readonly record struct DeductionRequest(string PsnNo, string SetlId, string MdtrtId)
{
    public override string ToString() => $"deduction for {SetlId}";
}

/// <summary>5369, 5373 and 5379: the same but for the kind of account that pays.</summary>
internal abstract class DeductionTransaction<TRequest>(string infno, AccountKind kind, PersonCipher cipher, Deductions? deductions) : WalletTransaction<TRequest>(cipher)
    where TRequest : Contract
{
    public sealed override string Infno => infno;

    protected abstract DeductionRequest Read(TRequest request);

    protected sealed override string? PsnNo(TRequest request) => Read(request).PsnNo;

    protected sealed override async Task<Outcome<JsonElement>> HandleAsync(Call call, TRequest request, string personKey, CancellationToken cancel)
    {
        var asked = Read(request);
        return deductions is null ? Refusals.AccountBankMissing : await deductions.RunAsync(call, new(kind, personKey, asked.SetlId, asked.MdtrtId), cancel);
    }
}
