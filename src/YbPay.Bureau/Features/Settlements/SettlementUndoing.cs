using YbPay.Bureau.Accounts;
using YbPay.Bureau.Clock;
using YbPay.Bureau.Door;
using YbPay.Bureau.Features.Accounts;
using YbPay.Bureau.Features.FeeLines;
using YbPay.Bureau.Ledger;
using YbPay.Bureau.Messages;
using YbPay.Contracts.Outcomes;
using YbPay.Storage;

namespace YbPay.Bureau.Features.Settlements;

/// <summary>
/// Takes settlements back, and takes that back: money, accumulators, lines and ledger move with the rows. What accounts paid of the
/// settlement's cash goes back to them by legs of its own.
/// </summary>
internal sealed class SettlementUndoing(BureauDatabase database, BureauNumbers numbers)
{
    /// <summary>2208, 2305: a negative row under a number of its own.</summary>
    public Task<Outcome<SettlementRow>> CancelAsync(Call call, string personKey, string setlId, string mdtrtId, bool inpatient, CancellationToken cancel)
    {
        var newId = numbers.Next();
        return database.Get().WriteOutcomeAsync<SettlementRow>(
            async session =>
            {
                await MessageStore.ClaimAsync(session, call, personKey, setlId);
                var row = await SettlementStore.FindAsync(session, setlId);
                if (row is null || row.PersonKey != personKey || row.MdtrtId != mdtrtId || row.Institution != call.Sender.Code) return Refusals.NotSettled;
                if ((row.ChrgBchno.Length == 0) != inpatient) return Refusals.VisitKind;
                SettlementLock.Take(session, row.MdtrtId, row.PersonKey, row.Insutype);
                if (!await SettlementStore.MoveAsync(session, setlId, SettlementState.InForce, SettlementState.Cancelled)) return Refusals.NotSettled;
                var balance = await GiveBackAsync(session, row, MovementReason.Cancelled, newId, call.Now);
                var cancellation = row.Cancellation(newId, call.Msgid, balance, call.Now);
                await SettlementStore.InsertAsync(session, cancellation, RefusedWrite.Because(Refusals.NotSettled));
                await BureauLedger.CancelledAsync(session, cancellation, call.Now);
                return cancellation;
            },
            cancel);
    }

    /// <summary>2601 of a settlement: as if it had never been. False when it is not in force any more.</summary>
    public static async Task<bool> ReverseSettlementAsync(DbSession session, SettlementRow row, long now)
    {
        SettlementLock.Take(session, row.MdtrtId, row.PersonKey, row.Insutype);
        if (!await SettlementStore.MoveAsync(session, row.SetlId, SettlementState.InForce, SettlementState.Reversed)) return false;
        await GiveBackAsync(session, row, MovementReason.Reversed, row.SetlId, now);
        await BureauLedger.ReversedAsync(session, row, now);
        return true;
    }

    /// <summary>2601 of a cancellation: the settlement holds again. Refused when what it took is not there any more.</summary>
    public static async Task<Refusal?> ReverseCancellationAsync(DbSession session, SettlementRow cancellation, long now)
    {
        var origin = await SettlementStore.FindAsync(session, cancellation.OriginSetlId!) ?? throw new InvalidOperationException($"Cancellation {cancellation.SetlId} cancels nothing.");
        SettlementLock.Take(session, origin.MdtrtId, origin.PersonKey, origin.Insutype);
        if (!await SettlementStore.MoveAsync(session, cancellation.SetlId, SettlementState.Cancellation, SettlementState.Reversed)) return Refusals.NotSettled;

        var lines = await FeeLineStore.SumAsync(session, origin.MdtrtId, origin.ChrgBchno);
        if (lines.Amount != origin.Medfee || lines.InScope != origin.InScope) return Refusals.AmountDiffers;
        if (!await SettlementStore.MoveAsync(session, origin.SetlId, SettlementState.Cancelled, SettlementState.InForce)) return Refusals.Settled;
        await FeeLineStore.SettleAsync(session, origin.MdtrtId, origin.ChrgBchno, origin.SetlId, lines.Unsettled);

        await AccumulatorStore.AddAsync(session, origin, RefusedWrite.Because(Refusals.BalanceShort));
        await AccountMoney.MovePersonalAsync(
            session, origin.PersonKey, origin.Insutype, -origin.AccountPaid, MovementReason.Restored, cancellation.SetlId, now, RefusedWrite.Because(Refusals.BalanceShort));
        await BureauLedger.RestoredAsync(session, cancellation, now);
        return null;
    }

    /// <summary>Money back to the accounts, parts off the accumulators, lines free again. What the personal account can spend after it.</summary>
    private static async Task<long> GiveBackAsync(DbSession session, SettlementRow row, string reason, string reference, long now)
    {
        await DeductionUndoing.UndoAllAsync(session, row.SetlId, now);
        await AccountMoney.MovePersonalAsync(
            session, row.PersonKey, row.Insutype, row.AccountPaid, reason, reference, now,
            () => new InvalidOperationException($"Settlement {row.SetlId} belongs to an insurance that is not there."));
        await AccumulatorStore.RemoveAsync(session, row);
        await FeeLineStore.UnsettleAsync(session, row.MdtrtId, row.SetlId);
        return await session.FirstOrDefaultAsync<long>(
            "SELECT account_balance - account_frozen - account_held FROM insurance WHERE person_key = @PersonKey AND insutype = @Insutype", new { row.PersonKey, row.Insutype });
    }
}
