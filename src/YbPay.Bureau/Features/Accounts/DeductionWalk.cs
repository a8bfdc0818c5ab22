using System.Text;
using System.Text.Json;
using YbPay.Bureau.Accounts;
using YbPay.Bureau.Clock;
using YbPay.Bureau.Ledger;
using YbPay.Bureau.Messages;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Outcomes;
using YbPay.Engine.Ledger;
using YbPay.Engine.Money;
using YbPay.Storage;
using YbPay.Storage.Legs;

namespace YbPay.Bureau.Features.Accounts;

/// <summary>
/// A deduction's way through its accounts. Each step runs in the transaction of what came before it, under the settlement's lock, so
/// that a deduction under way always has a leg that somebody will ask for, and never two.
/// </summary>
internal sealed class DeductionWalk(PersonCipher cipher, BureauNumbers numbers, DeductionReply replies, BureauOptions options)
{
    private const string AnswerColumn = "deduction.answer";

    /// <summary>Holds the next account's part and writes its leg down, or ends the deduction.</summary>
    public async Task<DeductionStep> NextAsync(DbSession session, PaidSettlement settlement, Deduction deduction, long now)
    {
        var accounts = await AccountStore.PayingAsync(session, deduction.Kind, settlement.PersonKey, settlement.Insutype);
        var parts = await DeductionStore.PartsAsync(session, deduction.DeductionId);
        foreach (var account in accounts.Where(_ => deduction.Reserved > 0))
        {
            if (parts.Any(part => part.AccountId == account.AccountId)) continue;
            var locked = await AccountStore.LockedAsync(session, account);
            var amount = Fen.Min(locked.Available, new Fen(deduction.Reserved));
            if (amount > Fen.Zero) return await HoldAsync(session, deduction, locked, amount, now);
        }

        return await EndAsync(session, settlement, deduction, accounts, parts);
    }

    /// <summary>The answer that was kept.</summary>
    public JsonElement Answer(Deduction deduction) =>
        JsonElement.Parse(cipher.Open(AnswerColumn, deduction.Answer ?? throw new InvalidOperationException($"Deduction {deduction.DeductionId} is done without an answer.")));

    /// <summary>The bank took the part's money. A deduction undone meanwhile sends it back.</summary>
    public static async Task TakenAsync(DbSession session, PaidSettlement settlement, Deduction deduction, DeductionPart part, AccountRow account, long now)
    {
        await DeductionStore.MovePartAsync(session, part.LegId, PartState.Held, PartState.Taken);
        await AccountMoney.TakeAsync(session, account, part.Fen, part.LegId, now);
        await BureauLedger.DeductedAsync(session, part.LegId, account.InBooks, settlement.Institution, part.Fen, now);
        if (!deduction.Lives) await DeductionUndoing.SendBackAsync(session, part, now, now);
    }

    /// <summary>The bank took nothing: the account has its money again, and the next account may pay instead.</summary>
    public static async Task<Deduction> RefusedAsync(DbSession session, Deduction deduction, DeductionPart part, AccountRow account, string why)
    {
        await DeductionStore.MovePartAsync(session, part.LegId, PartState.Held, PartState.Refused, why);
        await AccountMoney.ReleaseAsync(session, account, part.Fen);
        if (!deduction.Lives) return deduction;
        await DeductionStore.ChangeReservedAsync(session, deduction.DeductionId, part.Fen);
        return deduction with { Reserved = deduction.Reserved + part.Amount };
    }

    private async Task<DeductionStep> HoldAsync(DbSession session, Deduction deduction, AccountRow account, Fen amount, long now)
    {
        var part = new DeductionPart(numbers.Next(), deduction.DeductionId, deduction.SetlId, account.AccountId, amount.Value, PartState.Held, null, now);
        // Whoever sends it has given up long before: then nobody will answer any more, and the resolver asks.
        var unresolvedAfter = now + (long)(options.AccountBank!.Timeout + options.AccountBank.ResolveAfter).TotalMilliseconds;
        await LegStore.InsertAsync(session, part.LegId, deduction.SetlId, AccountLegs.Deduct, amount.Value, null, now, unresolvedAfter);
        await DeductionStore.InsertAsync(session, part);
        await DeductionStore.ChangeReservedAsync(session, deduction.DeductionId, -amount);
        await AccountMoney.HoldAsync(session, account, amount);
        return new DeductionStep.Send(Order(part, account));
    }

    /// <summary>What a part's bank is told, however often it is told.</summary>
    public BankOrder Order(DeductionPart part, AccountRow account) => new(part.LegId, account.NumberAtBank(cipher), part.Fen, part.SetlId);

    private async Task<DeductionStep> EndAsync(DbSession session, PaidSettlement settlement, Deduction deduction, IReadOnlyList<AccountRow> accounts, IReadOnlyList<DeductionPart> parts)
    {
        if (deduction.Reserved > 0) await DeductionStore.ChangeOwedAsync(session, deduction.SetlId, new Fen(deduction.Reserved));
        var answer = await replies.OfAsync(session, settlement, deduction.Kind, new Fen(deduction.OwedBefore), accounts, parts);
        if (parts.Any(part => part.State is PartState.Taken))
        {
            await DeductionStore.EndAsync(session, deduction, DeductionState.Done, cipher.Seal(AnswerColumn, Encoding.UTF8.GetBytes(answer.GetRawText())));
            return new DeductionStep.Ended(answer);
        }

        await DeductionStore.EndAsync(session, deduction, DeductionState.Void, null);
        if (deduction.Kind is AccountKind.MutualAid) return new DeductionStep.Ended(answer);
        await MessageStore.ForgetAsync(session, deduction.Msgid);
        return new DeductionStep.Ended(parts is [{ Note: { } why }, ..] ? Refusals.BankRefused.With(why) : Refusals.BankRefused);
    }
}
