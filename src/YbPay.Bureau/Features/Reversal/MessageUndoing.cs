using YbPay.Bureau.Door;
using YbPay.Bureau.Features.Accounts;
using YbPay.Bureau.Features.FeeLines;
using YbPay.Bureau.Features.Settlements;
using YbPay.Bureau.Features.Visits;
using YbPay.Bureau.Messages;
using YbPay.Contracts.Outcomes;
using YbPay.Storage;

namespace YbPay.Bureau.Features.Reversal;

/// <summary>What undoing means for each transaction; null when it is undone.</summary>
internal static class MessageUndoing
{
    public static Task<Refusal?> UndoAsync(DbSession session, Call call, MessageRow message) => message.Infno switch
    {
        Infnos.OutpatientSettlement or Infnos.InpatientSettlement => UndoSettlementAsync(session, call, message),
        Infnos.OutpatientSettlementCancel or Infnos.InpatientSettlementCancel => UndoCancellationAsync(session, call, message),
        Infnos.OutpatientLines or Infnos.InpatientLines => UndoUploadAsync(session, call, message),
        Infnos.OutpatientLinesCancel or Infnos.InpatientLinesCancel => UndoLineCancellationAsync(session, message),
        Infnos.OutpatientRegistration or Infnos.Admission => UndoRegistrationAsync(session, call, message),
        Infnos.RegistrationCancel => UndoRegistrationCancelAsync(session, message),
        Infnos.PersonalAccountDeduction or Infnos.MutualAidDeduction or Infnos.WalletDeduction => DeductionUndoing.UndoMessageAsync(session, message.Target, call.Now),
        Infnos.VisitAndDiagnoses => UndoVisitAsync(session, message),
        Infnos.WalletQuery or Infnos.PersonQuery or Infnos.SettlementQuery or Infnos.OutpatientPreSettlement or Infnos.InpatientPreSettlement => Task.FromResult<Refusal?>(null),
        _ => Task.FromResult<Refusal?>(Refusals.NotReversible),
    };

    private static async Task<Refusal?> UndoSettlementAsync(DbSession session, Call call, MessageRow message)
    {
        var row = await SettlementStore.FindByMsgidAsync(session, message.Msgid) ?? throw new InvalidOperationException("A settlement message has no settlement.");
        return await SettlementUndoing.ReverseSettlementAsync(session, row, call.Now) ? null : Refusals.NotSettled;
    }

    private static async Task<Refusal?> UndoCancellationAsync(DbSession session, Call call, MessageRow message)
    {
        var row = await SettlementStore.FindByMsgidAsync(session, message.Msgid) ?? throw new InvalidOperationException("A cancellation message has no row.");
        return await SettlementUndoing.ReverseCancellationAsync(session, row, call.Now);
    }

    private static async Task<Refusal?> UndoUploadAsync(DbSession session, Call call, MessageRow message) =>
        await FeeLineStore.WithdrawUploadAsync(session, message.Target!, message.Msgid, call.Msgid) is null ? Refusals.Settled : null;

    private static async Task<Refusal?> UndoLineCancellationAsync(DbSession session, MessageRow message) =>
        await FeeLineStore.RestoreAsync(session, message.Target!, message.Msgid) ? null : Refusals.LineRepeated;

    private static async Task<Refusal?> UndoRegistrationAsync(DbSession session, Call call, MessageRow message)
    {
        await VisitStore.LockAsync(session, message.Target!, message.PersonKey!, message.Institution);
        var lines = await FeeLineStore.SumAsync(session, message.Target!, batch: "");
        if (lines.Settled > 0) return Refusals.Settled;
        if (lines.Unsettled > 0) return Refusals.LinesExist;
        await VisitStore.CancelAsync(session, message.Target!, call.Msgid);
        return null;
    }

    private static async Task<Refusal?> UndoRegistrationCancelAsync(DbSession session, MessageRow message)
    {
        await VisitStore.ReopenAsync(session, message.Target!);
        return null;
    }

    /// <summary>A settlement reckoned with the medical category that was told, so it goes first.</summary>
    private static async Task<Refusal?> UndoVisitAsync(DbSession session, MessageRow message)
    {
        await VisitStore.LockAsync(session, message.Target!, message.PersonKey!, message.Institution);
        if ((await FeeLineStore.SumAsync(session, message.Target!, batch: "")).Settled > 0) return Refusals.Settled;
        await VisitStore.UntellAsync(session, message.Target!, message.Msgid);
        return null;
    }
}
