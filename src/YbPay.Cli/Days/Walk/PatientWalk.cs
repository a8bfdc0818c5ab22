using YbPay.Cli.Days.Plan;
using YbPay.Cli.Days.World;
using YbPay.Client;
using YbPay.Contracts.MobilePay;
using YbPay.Engine.Money;

namespace YbPay.Cli.Days.Walk;

/// <summary>
/// Carries out one patient's plan: upload, confirming, cash, refunds; each step is tried again as a hospital would, when it was refused
/// or nobody knew. Ends when nothing about the order is open any more.
/// </summary>
internal sealed class PatientWalk(Visit visit)
{
    private const int MostTries = 4;

    private PatientPlan Plan => visit.Plan;

    private Fen _cashPaid = Fen.Zero;
    private Fen _paidDown = Fen.Zero;
    private string? _givenUp;

    public async Task<OrderEnd> RunAsync(CancellationToken cancel)
    {
        if (!await UploadedAsync(cancel)) return End(null, Fen.Zero);
        var back = new GivingBack(visit);
        await TakeCourseAsync(cancel);
        await visit.World.Still.AllDoneAsync(cancel);
        if (Plan.GivesBack != GivesBack.Nothing && await visit.QueryAsync(cancel) is { OrdStas: "6" } paid) await back.RunAsync(Amounts(paid)!, cancel);
        _givenUp ??= back.GivenUp;
        return End(await visit.QueryAsync(cancel), back.CashBack);
    }

    private async Task TakeCourseAsync(CancellationToken cancel)
    {
        if (Plan.Course is Course.NeverConfirms or Course.RevokedBeforeConfirming)
        {
            await visit.OrderFaultsAsync(Moment.Undo, cancel);
            if (Plan.Course == Course.RevokedBeforeConfirming) await RevokeAsync(cancel);
            return;
        }

        if (Plan.Mood is { } mood) await visit.World.Control.HospitalAsync(visit.Hospital.OrgCodg, mood.Answer, mood.Count, cancel);
        await visit.World.Still.PassAsync(TimeSpan.FromMinutes(Plan.Minutes), cancel);
        if (await SettledAsync(cancel) is not { } settled || settled.Due == Fen.Zero) return;
        if (Plan.PaysDown.Count > 0 && await PaidDownAsync(settled, cancel) == Fen.Zero) return;
        if (Plan.Course is Course.Pays or Course.PaysAfterDeclining) await PayCashAsync(cancel);
        else await LeaveCashAsync(cancel);
    }

    /// <summary>The bill is taken; false when it was given up.</summary>
    private async Task<bool> UploadedAsync(CancellationToken cancel)
    {
        await visit.OrderFaultsAsync(Moment.Upload, cancel);
        for (var tries = 0; tries < MostTries; tries++)
        {
            await visit.ScanAsync(cancel);
            try
            {
                await visit.UploadAsync(cancel);
                return true;
            }
            catch (YbPayException)
            {
                // Refused, or nobody knows: the centre takes it back by itself, and then the same number is free.
                await visit.World.Still.AllDoneAsync(cancel);
            }
        }

        _givenUp = "6201";
        return false;
    }

    /// <summary>How the core divided the bill; null when the order was not settled in the end.</summary>
    private async Task<SettledAmounts?> SettledAsync(CancellationToken cancel)
    {
        await visit.OrderFaultsAsync(Moment.Settle, cancel);
        for (var tries = 0; tries < MostTries; tries++)
        {
            await visit.ScanAsync(cancel);
            try
            {
                if (Plan.Till == Till.Counter || tries > 0) await visit.PayAsync(cancel);
                else await CashierVisit.ConfirmAsync(visit, cancel);
            }
            catch (YbPayException)
            {
                // 6301 says what came of it.
            }

            var known = await visit.QueryAsync(cancel);
            await visit.World.Still.UntilAsync(async () => (known = await visit.QueryAsync(cancel)).OrdStas != "2", cancel);
            if (Amounts(known) is { } settled) return settled;
            if (known.OrdStas is "12" or "14") return null;
        }

        _givenUp = "6202";
        return null;
    }

    /// <summary>What is still due after the accounts, once the centre has learnt of them.</summary>
    private async Task<Fen> PaidDownAsync(SettledAmounts settled, CancellationToken cancel)
    {
        var accounts = new PayingDown(visit);
        await accounts.RunAsync(cancel);
        (_paidDown, _givenUp) = (accounts.Paid, accounts.GivenUp);
        var known = settled;
        await visit.World.Still.UntilAsync(async () => (known = Amounts(await visit.QueryAsync(cancel)) ?? known).Account == settled.Account + _paidDown, cancel);
        if (_givenUp is null && known.Account != settled.Account + _paidDown)
            throw new DaysException($"order {visit.Order.PayOrdId}: accounts paid {_paidDown}, and the centre never shows it");
        return known.Due;
    }

    private async Task PayCashAsync(CancellationToken cancel)
    {
        await visit.World.Still.PassAsync(TimeSpan.FromMinutes(Plan.Minutes), cancel);
        if (Plan.Course == Course.PaysAfterDeclining && await MoveAsync("decline", cancel) is not null)
            await visit.World.Still.PassAsync(TimeSpan.FromMinutes(Plan.Minutes), cancel);
        if (await MoveAsync("pay", cancel) is ("PAID", var amount)) _cashPaid = new Fen(amount);
        else _givenUp = "bank";
    }

    private async Task LeaveCashAsync(CancellationToken cancel)
    {
        await visit.OrderFaultsAsync(Moment.Undo, cancel);
        await visit.World.Still.PassAsync(TimeSpan.FromMinutes(Plan.Minutes), cancel);
        if (Plan.Course == Course.Declines) await MoveAsync("decline", cancel);
        if (Plan.Course == Course.RevokedBeforeCash) await RevokeAsync(cancel);
    }

    /// <summary>The patient's move at the bank, as soon as the bank has the payment; null when the order closed before that.</summary>
    private async Task<(string Status, long Amount)?> MoveAsync(string action, CancellationToken cancel)
    {
        (string, long)? move = null;
        await visit.World.Still.UntilAsync(async () => (move = await visit.World.Control.MoveAsync(visit.Order.PayOrdId, action, cancel)) is not null, cancel);
        return move;
    }

    /// <summary>Until it is revoked, or it turns out that it cannot be; what is under way is left to the centre.</summary>
    private async Task RevokeAsync(CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            try
            {
                await visit.RevokeAsync(cancel);
                return;
            }
            catch (YbPayException)
            {
                await visit.World.Still.PassAsync(TimeSpan.FromMinutes(1), cancel);
            }
        }
    }

    private OrderEnd End(QueryOrderReply? last, Fen cashBack) => new(visit.Hospital.OrgCodg, last?.PayOrdId, last?.OrdStas)
    {
        Insutype = visit.Person.Insutype, ClearingType = visit.Bill.MedType, Settled = last is null ? null : Amounts(last), PaidDown = _paidDown,
        CashPaid = _cashPaid, CashBack = cashBack, GivenUp = _givenUp,
    };

    /// <summary>Null while 6301 shows no amounts.</summary>
    private static SettledAmounts? Amounts(QueryOrderReply reply) => reply is { FeeSumamt: { } fee, FundPay: { } fund, PsnAcctPay: { } account, OwnPayAmt: { } cash }
        ? new(Fen.FromYuan(fee)!.Value, Fen.FromYuan(fund)!.Value, Fen.FromYuan(account)!.Value, Fen.FromYuan(cash)!.Value, Fen.FromYuan(reply.Deposit ?? 0)!.Value)
        : null;
}
