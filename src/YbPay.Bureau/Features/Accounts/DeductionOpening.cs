using YbPay.Bureau.Accounts;
using YbPay.Bureau.Door;
using YbPay.Bureau.Features.Settlements;
using YbPay.Bureau.Messages;
using YbPay.Contracts.Outcomes;
using YbPay.Engine.Ledger;
using YbPay.Engine.Money;
using YbPay.Storage;

namespace YbPay.Bureau.Features.Accounts;

/// <summary>What 5369, 5373 and 5379 ask for.</summary>
internal sealed record DeductionOrder(AccountKind Kind, string PersonKey, string SetlId, string MdtrtId);

/// <summary>A deduction that was begun or found, and where it stands.</summary>
internal sealed record OpenedDeduction(string DeductionId, DeductionStep Step);

/// <summary>Begins a deduction, or finds the one that lives: of one kind there is one for each settlement.</summary>
internal sealed class DeductionOpening(BureauDatabase database, DeductionWalk walk, DeductionReply replies)
{
    /// <param name="newId">Its id, if it is begun.</param>
    public Task<Outcome<OpenedDeduction>> OpenAsync(Call call, DeductionOrder order, string newId, CancellationToken cancel) =>
        database.Get().WriteOutcomeAsync(session => OpenAsync(session, call, order, newId), cancel);

    /// <summary>The settlement that a deduction pays, locked until the commit, in force or not.</summary>
    public static async Task<PaidSettlement> LockedAsync(DbSession session, string setlId)
    {
        var told = await SettlementStore.FindAsync(session, setlId) ?? throw new InvalidOperationException($"Settlement {setlId} is gone.");
        SettlementLock.Take(session, told.MdtrtId, told.PersonKey, told.Insutype);
        return Of(told);
    }

    private static PaidSettlement Of(SettlementRow row) => new(row.SetlId, row.MdtrtId, row.PersonKey, row.Institution, row.Insutype, row.Cash);

    private async Task<Outcome<OpenedDeduction>> OpenAsync(DbSession session, Call call, DeductionOrder order, string newId)
    {
        var told = await SettlementStore.FindAsync(session, order.SetlId);
        if (told is null || told.PersonKey != order.PersonKey || told.MdtrtId != order.MdtrtId || told.Institution != call.Sender.Code) return Refusals.NotSettled;
        SettlementLock.Take(session, told.MdtrtId, told.PersonKey, told.Insutype);
        if (await SettlementStore.FindAsync(session, order.SetlId) is not { State: SettlementState.InForce } row) return Refusals.NotSettled;

        if (await DeductionStore.LivingAsync(session, order.SetlId, order.Kind) is { } living) return await FoundAsync(session, call, order, living);
        if (await DeductionStore.IsUndoneAndOpenAsync(session, order.SetlId, order.Kind)) return Refusals.DeductionOpen;

        var accounts = await AccountStore.PayingAsync(session, order.Kind, order.PersonKey, row.Insutype);
        if (accounts.Count == 0) return Refusals.AccountUnknown;
        var owed = await DeductionStore.OwedAsync(session, order.SetlId, row.Cash);
        var reserve = Fen.Min(owed, new Fen(accounts.Sum(account => account.Available.Value)));
        return reserve == Fen.Zero
            ? await NothingAsync(session, call, order, Of(row), owed, accounts)
            : await BeginAsync(session, call, order, Of(row), new Deduction(newId, order.SetlId, order.Kind, call.Msgid, owed.Value, reserve.Value, DeductionState.Open, null, call.Now));
    }

    /// <summary>Only an answer uses the msgid up: who is told to ask again has had none.</summary>
    private async Task<OpenedDeduction> FoundAsync(DbSession session, Call call, DeductionOrder order, Deduction living)
    {
        if (living.State is DeductionState.Open) return new(living.DeductionId, new DeductionStep.Waiting());
        await MessageStore.ClaimAsync(session, call, order.PersonKey, living.DeductionId);
        return new(living.DeductionId, new DeductionStep.Ended(walk.Answer(living)));
    }

    /// <summary>Nothing owed, or nothing to pay it with: answered, and not kept, so that it may be asked for again.</summary>
    private async Task<OpenedDeduction> NothingAsync(DbSession session, Call call, DeductionOrder order, PaidSettlement settlement, Fen owed, IReadOnlyList<AccountRow> accounts)
    {
        await MessageStore.ClaimAsync(session, call, order.PersonKey, null);
        return new("", new DeductionStep.Ended(await replies.OfAsync(session, settlement, order.Kind, owed, accounts, [])));
    }

    private async Task<OpenedDeduction> BeginAsync(DbSession session, Call call, DeductionOrder order, PaidSettlement settlement, Deduction deduction)
    {
        await MessageStore.ClaimAsync(session, call, order.PersonKey, deduction.DeductionId);
        await DeductionStore.ChangeOwedAsync(session, order.SetlId, -new Fen(deduction.Reserved));
        await DeductionStore.InsertAsync(session, deduction);
        return new(deduction.DeductionId, await walk.NextAsync(session, settlement, deduction, call.Now));
    }
}
