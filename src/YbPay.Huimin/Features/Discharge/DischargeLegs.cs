using YbPay.Engine.Credit;
using YbPay.Engine.Discharge;
using YbPay.Engine.Ledger;
using YbPay.Huimin.Features.Payments;
using YbPay.Huimin.Insurers;
using YbPay.Huimin.Outside;
using YbPay.Huimin.Running;
using YbPay.Storage;
using YbPay.Storage.Legs;

namespace YbPay.Huimin.Features.Discharge;

/// <summary>Sends a discharge's legs to insurer and bank and books what they say; the use cases and the resolver go the same way.</summary>
internal sealed class DischargeLegs(HuiminBooks books, DischargeSteps steps, CreditRefunds refunds, IInsurer insurer) : ILegOwner
{
    /// <summary>How many refunds of one discharge are at the bank at the same time.</summary>
    private const int AtOnce = 8;

    public IReadOnlyList<string> Kinds { get; } = [LegKinds.ClaimOfDischarge, LegKinds.ClaimOfDischargeBack, LegKinds.RefundOfDischarge];

    /// <summary>Sends legs that were just written down, then those that follow on them, until the discharge is done or waits.</summary>
    public Task RunAsync(IReadOnlyList<string> legs) => Parallel.ForEachAsync(
        legs, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (legId, _) =>
        {
            var leg = await books.Database.ReadAsync(session => LegStore.FindAsync(session, legId), CancellationToken.None);
            await ResolveAsync(leg ?? throw new InvalidDataException($"Leg {legId} is gone."), CancellationToken.None);
        });

    public async Task ResolveAsync(LegRow leg, CancellationToken cancel) => await RunAsync(await CarryOutAsync(leg, cancel));

    private Task<IReadOnlyList<string>> CarryOutAsync(LegRow leg, CancellationToken cancel) => leg.Kind switch
    {
        LegKinds.ClaimOfDischarge => SettleClaimAsync(leg, cancel),
        LegKinds.ClaimOfDischargeBack => TakeClaimBackAsync(leg, cancel),
        LegKinds.RefundOfDischarge => GiveBackAsync(leg, cancel),
        _ => throw new InvalidOperationException($"Leg {leg.LegId} is no discharge's: {leg.Kind}."),
    };

    private async Task<IReadOnlyList<string>> SettleClaimAsync(LegRow leg, CancellationToken cancel)
    {
        var (row, trial) = await books.Database.ReadAsync(session => WithTrialAsync(session, leg.OwnerId), cancel);
        var word = Sensible(await WordAsync(leg, () => insurer.SettleAsync(leg.LegId, trial.QuoteId!, new(row.Budget), cancel), cancel));
        return await books.Database.WriteAsync(
            async session =>
            {
                var file = await DischargeFile.LockAsync(session, row.QueryId);
                switch (await books.BookLegAsync(session, leg, word, done => done.InsurerNo, books.Options.Insurer, mayFailUnsent: false))
                {
                    case LegBooking.Done:
                        var settled = ((Word<InsurerDone>.Done)word).Value.Amount;
                        await books.PostAsync(session, HuiminPostings.ClaimSettled(row.QueryId, leg.LegId, trial.InsuranceId!, settled), row.QueryId, row.HospitalId);
                        return await steps.HappenAsync(session, file, DischargeStep.Settled(file.Sums, settled), discharge => discharge with { Insured = settled.Value });
                    case LegBooking.Refused:
                        return await steps.HappenAsync(session, file, DischargeEvent.ClaimRefused, discharge => discharge with { Msg = word.Reason });
                    default:
                        return [];
                }
            },
            CancellationToken.None);
    }

    /// <summary>Of a cancellation, or of a claim that the insurer should not have settled so.</summary>
    private async Task<IReadOnlyList<string>> TakeClaimBackAsync(LegRow leg, CancellationToken cancel)
    {
        var (cancellation, (row, trial)) = await books.Database.ReadAsync(
            async session =>
            {
                var cancellation = await CancellationStore.FindAsync(session, leg.OwnerId);
                return (cancellation, await WithTrialAsync(session, cancellation?.DischargeId ?? leg.OwnerId));
            },
            cancel);
        var word = await WordAsync(leg, () => insurer.CancelAsync(leg.LegId, row.InsurerLeg!, cancel), cancel);
        return await books.Database.WriteAsync(
            async session =>
            {
                var file = await DischargeFile.LockAsync(session, row.QueryId);
                var booked = await books.BookLegAsync(session, leg, word, done => done.InsurerNo, books.Options.Insurer, mayFailUnsent: false);
                if (booked is LegBooking.Done)
                {
                    var entry = HuiminPostings.ClaimCancelled(row.QueryId, leg.LegId, trial.InsuranceId!, new(file.Row.Insured));
                    await books.PostAsync(session, entry, row.QueryId, row.HospitalId);
                }

                return (booked, cancellation) switch
                {
                    (LegBooking.Done, null) => await steps.HappenAsync(session, file, DischargeEvent.ClaimUndone, discharge => discharge with { Insured = 0, Msg = "保险公司结算金额与试算不一致" }),
                    (LegBooking.Refused, null) => await steps.HappenAsync(session, file, DischargeEvent.UndoingRefused, discharge => discharge with { Msg = word.Reason }),
                    (LegBooking.Done, _) => await EndAsync(session, cancellation, DischargeState.Cancelled, "", file, DischargeEvent.ClaimCancelled, discharge => discharge with { Insured = 0 }),
                    (LegBooking.Refused, _) => await EndAsync(session, cancellation, DischargeState.CancelFailed, word.Reason, file, DischargeEvent.CancellationRefused, discharge => discharge),
                    _ => [],
                };
            },
            CancellationToken.None);
    }

    private async Task<IReadOnlyList<string>> EndAsync(
        DbSession session, CancellationRow cancellation, DischargeState state, string msg, DischargeFile file, DischargeEvent on, Func<DischargeRow, DischargeRow> with)
    {
        await CancellationStore.EndAsync(session, cancellation.QueryId, state, msg, books.Now);
        return await steps.HappenAsync(session, file, on, with);
    }

    private async Task<IReadOnlyList<string>> GiveBackAsync(LegRow leg, CancellationToken cancel)
    {
        var refund = await books.Database.ReadAsync(session => RefundStore.FindAsync(session, leg.OwnerId), cancel) ?? throw new InvalidDataException($"Leg {leg.LegId} has no refund.");
        var word = await refunds.SendAsync(refund, leg, cancel);
        return await books.Database.WriteAsync(
            async session =>
            {
                var file = await DischargeFile.LockAsync(session, refund.DischargeId ?? throw new InvalidDataException($"Refund {refund} is no discharge's."));
                var booked = await refunds.BookAsync(session, refund, leg, word);
                if (booked is LegBooking.Done) await DepositStore.ReturnedAsync(session, file.Row.QueryId, refund.PaymentId, refund.Amount);
                return booked is LegBooking.Done or LegBooking.Refused ? await steps.GoOnAsync(session, file.Row.QueryId) : [];
            },
            CancellationToken.None);
    }

    /// <summary>An amount that no field holds is no answer.</summary>
    private static Word<InsurerDone> Sensible(Word<InsurerDone> word) =>
        word is Word<InsurerDone>.Done { Value.Amount: var settled } && !CreditAmounts.IsPrintable(settled) ? new Word<InsurerDone>.Unknown("an amount that cannot be") : word;

    /// <summary>A leg that may have been sent before is asked about, and sent again under its number when the insurer never heard of it.</summary>
    private async Task<Word<InsurerDone>> WordAsync(LegRow leg, Func<Task<Word<InsurerDone>>> send, CancellationToken cancel)
    {
        if (leg.IsFirstTry()) return await send();
        var word = await insurer.AskAsync(leg.LegId, cancel);
        return word is Word<InsurerDone>.NeverHeard ? await send() : word;
    }

    private static async Task<(DischargeRow Row, TrialRow Trial)> WithTrialAsync(DbSession session, string dischargeId)
    {
        var row = await DischargeStore.FindAsync(session, dischargeId) ?? throw new InvalidDataException($"There is no discharge {dischargeId}.");
        return (row, await TrialStore.FindAsync(session, row.HospitalId, row.TrialId) ?? throw new InvalidDataException($"Discharge {dischargeId} has no trial."));
    }
}
