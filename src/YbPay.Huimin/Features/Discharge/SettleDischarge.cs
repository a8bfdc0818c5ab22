using System.Globalization;
using YbPay.Contracts.Huimin;
using YbPay.Contracts.Outcomes;
using YbPay.Engine.Discharge;
using YbPay.Huimin.Door;
using YbPay.Huimin.Running;
using YbPay.Storage;

namespace YbPay.Huimin.Features.Discharge;

/// <summary>
/// HOS00014: settles a discharge as it was tried. One transaction checks everything under locks and takes the deposits; then the insurer pays, then the
/// surplus goes back. The same order sent again answers as things stand, and goes on where the bank had refused.
/// </summary>
internal sealed class SettleDischarge(HuiminBooks books, DischargeSteps steps, DischargeLegs legs) : Transaction<SettleDischargeRequest>("HOS00014")
{
    protected override (string HospitalId, string CityCode)? Hospital(SettleDischargeRequest request) => (request.HospitalId, request.CityCode);

    protected override async Task<Outcome<TransactionReply>> HandleAsync(Call call, SettleDischargeRequest request, ContentReceiver content)
    {
        if (SettleDischargeRules.Check(request) is [var problem, ..]) return Refusals.MessageInvalid.With(problem.Message);
        var digest = DigestOf(request);
        if (await KnownAsync(call, request) is { } known) return await AgainAsync(known, digest);
        var begun = await books.Database.WriteAsync(session => BeginAsync(session, call, request, digest));
        return await begun.Match<Task<Outcome<TransactionReply>>>(
            async beginning =>
            {
                if (beginning.Short is { } reply) return reply;
                if (beginning.Legs is null) return await AgainAsync((await KnownAsync(call, request))!, digest);
                await legs.RunAsync(beginning.Legs);
                return await AnswerAsync(beginning.QueryId);
            },
            why => Task.FromResult<Outcome<TransactionReply>>(why));
    }

    private Task<DischargeRow?> KnownAsync(Call call, SettleDischargeRequest request) =>
        books.Database.ReadAsync(session => DischargeStore.FindByOrderAsync(session, call.HospitalId, request.OrderId));

    private async Task<Outcome<TransactionReply>> AgainAsync(DischargeRow known, string digest)
    {
        if (known.Digest != digest) return Refusals.OrderIdUsed;
        if (known.Stands is DischargeState.RefundRefused)
        {
            await legs.RunAsync(await books.Database.WriteAsync(async session =>
            {
                var file = await DischargeFile.LockAsync(session, known.QueryId);
                return file.Row.Stands is DischargeState.RefundRefused
                    ? await steps.HappenAsync(session, file, DischargeEvent.Resumed, row => row with { Round = row.Round + 1 })
                    : [];
            }));
        }

        return await AnswerAsync(known.QueryId);
    }

    private Task<Outcome<TransactionReply>> AnswerAsync(string queryId) => books.Database.ReadAsync<Outcome<TransactionReply>>(async session =>
    {
        var file = await DischargeFile.ReadAsync(session, (await DischargeStore.FindAsync(session, queryId))!);
        return Reply(DischargeReplies.Settlement(file), DischargeReplies.But(file.Row));
    });

    /// <summary>Everything that is refused here has changed nothing.</summary>
    private async Task<Outcome<Beginning>> BeginAsync(DbSession session, Call call, SettleDischargeRequest request, string digest)
    {
        await DischargeStore.LockVisitAsync(session, call.HospitalId, request.TreatmentSerialNo);
        if (await TrialStore.LockAsync(session, call.HospitalId, request.TrialId) is not { } trial) return DischargeRefusals.TrialUnknown;
        if (await DischargeStore.FindByOrderAsync(session, call.HospitalId, request.OrderId) is { } rival) return new Beginning(rival.QueryId, null);
        if (trial.DischargeId is not null) return DischargeRefusals.TrialSettled;
        if (trial.VisitNo == request.TreatmentSerialNo && await DischargeStore.AnyStandsAsync(session, call.HospitalId, trial.VisitNo)) return DischargeRefusals.DischargeStands;

        var deposits = await DepositStore.LockAsync(session, call.HospitalId, request.OrigPayQueryId.Numbers);
        var named = DepositRules.Check(DepositStore.Named(request.OrigPayQueryId.Numbers, deposits, trial.VisitNo, trial.PersonKey));
        var settled = named.Then(counted => TermsOf(request).Against(trial.Terms, counted).Then<(Deposit[], DischargeSums)>(sums => (counted, sums)));
        return await settled.Match(
            whole => TakeAsync(session, call, request, digest, trial, whole.Item1, whole.Item2),
            why => Task.FromResult<Outcome<Beginning>>(why is { Reason: DischargeReason.DepositsShort, Left: { } worth, Right: { } due }
                ? new Beginning("", null, Reply(DischargeReplies.Short(request, deposits, worth.Value, due.Value), DischargeRefusals.DepositsShort))
                : DischargeRefusals.Of(why)));
    }

    private async Task<Outcome<Beginning>> TakeAsync(
        DbSession session, Call call, SettleDischargeRequest request, string digest, TrialRow trial, Deposit[] deposits, DischargeSums sums)
    {
        var row = new DischargeRow
        {
            QueryId = books.Ids.Next(QueryIds.Discharge), HospitalId = call.HospitalId, OrderId = request.OrderId, Digest = digest, TrialId = trial.TrialId, VisitNo = trial.VisitNo,
            SetlId = trial.SetlId, PersonKey = trial.PersonKey, State = (long)DischargeMachine.Begin(sums), SettleAmt = sums.Total.Value, NonCredit = sums.NonCredit.Value,
            ThirdParty = request.ThirdpartyPayTotal ?? 0, MiAmt = request.MiAmt, Budget = sums.Budget.Value, GrAmt = request.GrAmt, PsnAmt = sums.Deposits.Value,
            Refund = sums.Refund.Value, CreatedAt = books.Now,
        };
        if (!await OrderNumberStore.TakeAsync(session, call.HospitalId, request.OrderId, QueryIds.Discharge, row.QueryId, books.Now)) return Refusals.OrderIdUsed;
        await DischargeStore.InsertAsync(session, row);
        await TrialStore.UseAsync(session, trial, row.QueryId);
        for (var place = 0; place < deposits.Length; place++) await DepositStore.TakeAsync(session, row.QueryId, deposits[place], place, books.Now);
        return new Beginning(row.QueryId, await steps.BeginAsync(session, await DischargeFile.ReadAsync(session, row)));
    }

    private static DischargeTerms TermsOf(SettleDischargeRequest request) => new(
        request.TreatmentSerialNo, request.SetlId, new(request.SettleAmt), new(request.NonCreditPayAmt), new(request.BudgetAmt), new(request.MiAmt),
        new(request.ThirdpartyPayTotal ?? 0), new(request.GrAmt));

    private static string DigestOf(SettleDischargeRequest request) => Digests.Of(
        request.TrialId, request.TreatmentSerialNo, request.SetlId, Digits(request.SettleAmt), Digits(request.NonCreditPayAmt), Digits(request.BudgetAmt), Digits(request.MiAmt),
        Digits(request.ThirdpartyPayTotal ?? 0), Digits(request.GrAmt), string.Join(',', request.OrigPayQueryId.Numbers.Order(StringComparer.Ordinal)));

    private static string Digits(long amount) => amount.ToString(CultureInfo.InvariantCulture);

    /// <param name="Legs">To send; null when nothing begins here: a rival was faster, or the deposits are <paramref name="Short"/>.</param>
    private sealed record Beginning(string QueryId, IReadOnlyList<string>? Legs, TransactionReply? Short = null);
}
