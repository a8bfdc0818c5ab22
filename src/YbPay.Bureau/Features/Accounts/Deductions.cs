using System.Collections.Concurrent;
using System.Text.Json;
using YbPay.Bureau.Accounts;
using YbPay.Bureau.Clock;
using YbPay.Bureau.Door;
using YbPay.Contracts.Outcomes;
using YbPay.Storage;
using YbPay.Storage.Legs;

namespace YbPay.Bureau.Features.Accounts;

/// <summary>
/// The one engine of 5369, 5373 and 5379: holds, sends, records, and goes on to the next account. A caller whose deduction is under way in
/// this process waits for it; what no bank has answered for is found out by <see cref="AccountResolver"/>.
/// </summary>
internal sealed class Deductions(BureauDatabase database, DeductionOpening opening, DeductionWalk walk, IAccountBank bank, BureauNumbers numbers, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Task> underWay = new(StringComparer.Ordinal);

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>min(what the accounts have, what is owed), once; asked again, the first answer.</summary>
    public async Task<Outcome<JsonElement>> RunAsync(Call call, DeductionOrder order, CancellationToken cancel)
    {
        for (var waitedFor = "";;)
        {
            var id = numbers.Next();
            var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            underWay[id] = over.Task;
            try
            {
                var opened = await opening.OpenAsync(call, order, id, cancel);
                if (opened is Outcome<OpenedDeduction>.No no) return no.Why;
                var found = ((Outcome<OpenedDeduction>.Ok)opened).Value;
                if (found.DeductionId == id || found.Step is DeductionStep.Ended) return await GoOnAsync(found.Step);
                // Another caller's: wait if it is under way here, and look once more.
                if (found.DeductionId == waitedFor || !underWay.TryGetValue(found.DeductionId, out var others)) return Refusals.DeductionOpen;
                waitedFor = found.DeductionId;
                await others.WaitAsync(cancel);
            }
            finally
            {
                underWay.TryRemove(id, out _);
                over.SetResult();
            }
        }
    }

    /// <summary>A bank's word about a leg that was open; then the next accounts.</summary>
    public async Task LearnAsync(string legId, BankWord word) => await GoOnAsync(await RecordAsync(legId, word));

    private async Task<Outcome<JsonElement>> GoOnAsync(DeductionStep step)
    {
        while (step is DeductionStep.Send send)
            step = await RecordAsync(send.Order.Number, await bank.DeductAsync(send.Order, CancellationToken.None));
        return step is DeductionStep.Ended ended ? ended.Answer : Refusals.DeductionOpen;
    }

    private Task<DeductionStep> RecordAsync(string legId, BankWord word)
    {
        var now = Now;
        return word switch
        {
            BankWord.Done done => EndLegAsync(legId, LegState.Succeeded, done.Reference, "", now),
            BankWord.Refused refused => EndLegAsync(legId, LegState.Failed, null, refused.Text, now),
            BankWord.NotSent => EndLegAsync(legId, LegState.Failed, null, "银行无法连接", now),
            BankWord.Unknown unknown => DoubtAsync(legId, unknown.Why, now),
            _ => throw new ArgumentOutOfRangeException(nameof(word), word, "Only an answer to the order itself is recorded."),
        };
    }

    private async Task<DeductionStep> DoubtAsync(string legId, string why, long now)
    {
        await database.Get().WriteAsync(session => LegStore.ResolveAsync(session, legId, LegState.Unknown, null, null, why, now, now));
        return new DeductionStep.Waiting();
    }

    private Task<DeductionStep> EndLegAsync(string legId, LegState to, string? reference, string why, long now) => database.Get().WriteAsync(async session =>
    {
        var part = await DeductionStore.FindPartAsync(session, legId) ?? throw new InvalidOperationException($"Leg {legId} has no part.");
        var settlement = await DeductionOpening.LockedAsync(session, part.SetlId);
        var deduction = await DeductionStore.GetAsync(session, part.DeductionId);
        if (!await LegStore.ResolveAsync(session, legId, to, reference, null, why.Length > 0 ? why : null, now)) return Known(deduction);

        var account = await AccountStore.GetAsync(session, part.AccountId);
        if (to is LegState.Succeeded) await DeductionWalk.TakenAsync(session, settlement, deduction, part, account, now);
        else deduction = await DeductionWalk.RefusedAsync(session, deduction, part, account, why);
        return deduction.Lives ? await walk.NextAsync(session, settlement, deduction, now) : Known(deduction);
    });

    /// <summary>Somebody else learnt it first, or it was undone meanwhile.</summary>
    private DeductionStep Known(Deduction deduction) => deduction.State switch
    {
        DeductionState.Open => new DeductionStep.Waiting(),
        DeductionState.Done => new DeductionStep.Ended(walk.Answer(deduction)),
        DeductionState.Undone => new DeductionStep.Ended(Refusals.NotSettled.With("扣减已随结算撤销或冲正退回")),
        DeductionState.Void => new DeductionStep.Ended(Refusals.BankRefused),
    };
}
