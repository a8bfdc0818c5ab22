using YbPay.Bureau.Features.Settlements;
using YbPay.Contracts.Outcomes;
using YbPay.Engine.Money;
using YbPay.Storage;
using YbPay.Storage.Legs;

namespace YbPay.Bureau.Features.Accounts;

/// <summary>
/// Takes deductions back: what was taken goes to the accounts it came from, the last first, by legs that are sent until the bank has done
/// them. What a bank has not answered for yet is sent back once it says that it took it.
/// </summary>
internal static class DeductionUndoing
{
    /// <summary>After the first leg back the next follows at once; if that node dies, another takes it up after this long.</summary>
    private const long NextAfter = 30_000;

    /// <summary>With the settlement, whose lock the caller holds.</summary>
    public static async Task UndoAllAsync(DbSession session, string setlId, long now)
    {
        var turn = 0;
        foreach (var deduction in await DeductionStore.LivingAsync(session, setlId)) turn = await UndoAsync(session, deduction, now, turn);
    }

    /// <summary>2601 of a deduction's message: undoes it once. Null also when there is nothing (any more) to undo.</summary>
    public static async Task<Refusal?> UndoMessageAsync(DbSession session, string? deductionId, long now)
    {
        if (deductionId is null || await DeductionStore.FindAsync(session, deductionId) is not { } told) return null;
        await DeductionOpening.LockedAsync(session, told.SetlId);
        var deduction = await DeductionStore.GetAsync(session, deductionId);
        if (deduction.Lives) await UndoAsync(session, deduction, now, turn: 0);
        return null;
    }

    /// <summary>Writes the leg back for a part that was taken.</summary>
    /// <param name="due">When it may be sent.</param>
    public static async Task SendBackAsync(DbSession session, DeductionPart part, long now, long due)
    {
        await DeductionStore.MovePartAsync(session, part.LegId, PartState.Taken, PartState.Returning);
        await LegStore.InsertAsync(session, AccountLegs.GiveBackOf(part.LegId), part.SetlId, AccountLegs.GiveBack, part.Amount, null, now, due);
    }

    private static async Task<int> UndoAsync(DbSession session, Deduction deduction, long now, int turn)
    {
        var parts = await DeductionStore.PartsAsync(session, deduction.DeductionId);
        var owedAgain = deduction.Reserved + parts.Where(part => part.State is PartState.Held or PartState.Taken).Sum(part => part.Amount);
        await DeductionStore.ChangeOwedAsync(session, deduction.SetlId, new Fen(owedAgain));
        await DeductionStore.EndAsync(session, deduction, DeductionState.Undone, null);
        foreach (var part in parts.Reverse().Where(part => part.State is PartState.Taken))
            await SendBackAsync(session, part, now, turn++ == 0 ? now : now + NextAfter);
        return turn;
    }
}
