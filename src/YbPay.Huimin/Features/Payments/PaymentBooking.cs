using YbPay.Engine.Credit;
using YbPay.Engine.Ledger;
using YbPay.Engine.Money;
using YbPay.Huimin.Credit;
using YbPay.Huimin.Insurers;
using YbPay.Huimin.Outside;
using YbPay.Huimin.Running;
using YbPay.Storage;
using YbPay.Storage.Audit;
using YbPay.Storage.Legs;

namespace YbPay.Huimin.Features.Payments;

/// <summary>
/// Books what insurer and bank say of a payment's legs: Engine decides what it means; leg, payment, ledger and the next leg are one
/// transaction.
/// </summary>
internal sealed class PaymentBooking(HuiminBooks books)
{
    /// <summary>Nothing has moved yet: a quote that is refused, or that cannot be, is as if nothing were insured; without an answer the payment has failed.</summary>
    public Task<LegBooking> QuotedAsync(PaymentRow payment, LegRow leg, Word<InsurerQuote> word)
    {
        var quote = word is Word<InsurerQuote>.Done { Value: var value } ? value : null;
        var on = word switch
        {
            Word<InsurerQuote>.Done => CreditPaymentRules.Quoted(new Fen(payment.Amt), quote!.Amount).Match(happened => happened, _ => CreditPaymentEvent.NothingInsured),
            Word<InsurerQuote>.Refused => CreditPaymentEvent.NothingInsured,
            _ => CreditPaymentEvent.QuoteUnanswered,
        };
        var final = on == CreditPaymentEvent.QuoteUnanswered ? new Word<InsurerQuote>.Refused(word.Note) : word;
        return BookAsync(payment, leg, final, done => done.QuoteId, books.Options.Insurer, on, stands => on switch
        {
            CreditPaymentEvent.ClaimQuoted => stands with { QuoteId = quote!.QuoteId, Quoted = quote.Amount.Value, InsuranceId = quote.InsuranceId },
            CreditPaymentEvent.QuoteUnanswered => stands with { Msg = "商保试算暂无应答，请稍后重新发起" },
            _ => stands,
        });
    }

    public Task<LegBooking> SettledAsync(PaymentRow payment, LegRow leg, Word<InsurerDone> word)
    {
        var settled = word is Word<InsurerDone>.Done { Value: var value } ? value.Amount : Fen.Zero;
        // An amount that no field holds is no answer.
        if (!CreditAmounts.IsPrintable(settled)) word = new Word<InsurerDone>.Unknown("an amount that cannot be");
        var on = word is Word<InsurerDone>.Done ? CreditPaymentRules.Settled(new Fen(payment.Amt), new Fen(payment.Quoted), settled) : CreditPaymentEvent.ClaimRefused;
        return BookAsync(
            payment, leg, word, done => done.InsurerNo, books.Options.Insurer, on,
            stands => on switch
            {
                CreditPaymentEvent.ClaimSettled or CreditPaymentEvent.ClaimSettledInFull => stands with
                {
                    InsurerLeg = leg.LegId, Claimed = settled.Value, Insured = settled.Value, PsnAmt = stands.Amt - settled.Value,
                },
                CreditPaymentEvent.ClaimSettledOtherwise => stands with { InsurerLeg = leg.LegId, Claimed = settled.Value, Msg = "商保理赔金额与试算不符" },
                _ => stands with { Msg = word.Reason },
            },
            stands => settled > Fen.Zero ? HuiminPostings.ClaimSettled(stands.QueryId, leg.LegId, stands.InsuranceId!, settled) : null);
    }

    public Task<LegBooking> PaidAsync(PaymentRow payment, LegRow leg, Word<CreditTaken> word)
    {
        var taken = word is Word<CreditTaken>.Done { Value: var value } ? value : null;
        return BookAsync(
            payment, leg, word, done => done.BankNo, books.Options.CreditBank, taken is null ? CreditPaymentEvent.BankRefused : CreditPaymentEvent.BankPaid,
            stands => taken is null
                ? stands with { Msg = word.Reason }
                : stands with { AccType = taken.AccType, CardLabel = taken.Card, PayLeg = leg.LegId, TradeNo = taken.BankNo, Discount = taken.Discount.Value },
            stands => taken is null ? null : HuiminPostings.Paid(stands.QueryId, leg.LegId, stands.IsDeposit, stands.Shares));
    }

    public Task<LegBooking> CancelledAsync(PaymentRow payment, LegRow leg, Word<InsurerDone> word)
    {
        var isDone = word is Word<InsurerDone>.Done;
        return BookAsync(
            payment, leg, word, done => done.InsurerNo, books.Options.Insurer, isDone ? CreditPaymentEvent.ClaimCancelled : CreditPaymentEvent.CancellationRefused,
            stands => isDone ? stands with { Insured = 0, PsnAmt = stands.Amt } : stands,
            stands => isDone && stands.Claimed > 0 ? HuiminPostings.ClaimCancelled(stands.QueryId, leg.LegId, stands.InsuranceId!, new Fen(stands.Claimed)) : null,
            mayFailUnsent: false);
    }

    /// <summary>
    /// People agreed with the insurer that a claim does not stand which it would not take back. The entry belongs to the leg by which it was asked to. The payment was
    /// taken in this session; null when it does not wait for that.
    /// </summary>
    public async Task<PaymentRow?> UndoneByHandAsync(DbSession session, PaymentRow stands, string reason)
    {
        if (CreditPaymentMachine.Next(stands.Stands, CreditPaymentEvent.ClaimUndoneByHand) is null) return null;
        await AuditStore.AppendAsync(session, "operator", "PaymentClaimUndone", stands.QueryId, reason, books.Now);
        var asked = (await LegStore.OfOwnerAsync(session, stands.QueryId)).Last(leg => leg.Kind == LegKinds.ClaimOfPaymentBack);
        var after = await MoveAsync(session, stands, CreditPaymentEvent.ClaimUndoneByHand, row => row with { Insured = 0, PsnAmt = row.Amt });
        if (after.Claimed > 0) await books.PostAsync(session, HuiminPostings.ClaimCancelled(after.QueryId, asked.LegId, after.InsuranceId!, new Fen(after.Claimed)), after.QueryId, after.HospitalId);
        return after;
    }

    /// <summary>Moves a payment by an event, with the leg that its new state waits for. The payment was taken in this session.</summary>
    public async Task<PaymentRow> MoveAsync(DbSession session, PaymentRow stands, CreditPaymentEvent on, Func<PaymentRow, PaymentRow> change)
    {
        var to = CreditPaymentMachine.Next(stands.Stands, on) ?? throw new InvalidOperationException($"Payment {stands} does not take {on}.");
        var after = change(stands) with { State = (long)to, PaidAt = to == CreditPaymentState.Paid ? books.Now : stands.PaidAt };
        await PaymentStore.SaveAsync(session, stands, after, books.Now);
        await OpenLegAsync(session, after);
        if (to is CreditPaymentState.Paid or CreditPaymentState.Failed or CreditPaymentState.UndoRefused)
            await AuditStore.AppendAsync(session, "platform", $"Payment{to}", after.QueryId, $"{after.Amt} {after.Insured}", books.Now);
        return after;
    }

    /// <summary>Writes down the leg that a payment's state waits for, if any.</summary>
    public Task OpenLegAsync(DbSession session, PaymentRow payment) => payment.Stands.Awaits() switch
    {
        CreditLeg.Quote => books.OpenLegAsync(session, LegKinds.QuoteOfPayment, payment.QueryId, 0, books.Options.Insurer),
        CreditLeg.SettleClaim => books.OpenLegAsync(session, LegKinds.ClaimOfPayment, payment.QueryId, payment.Quoted, books.Options.Insurer),
        CreditLeg.Charge => books.OpenLegAsync(session, LegKinds.Pay, payment.QueryId, payment.PsnAmt, books.Options.CreditBank),
        CreditLeg.CancelClaim => books.OpenLegAsync(session, LegKinds.ClaimOfPaymentBack, payment.QueryId, payment.Claimed, books.Options.Insurer),
        null => Task.CompletedTask,
    };

    private Task<LegBooking> BookAsync<T>(
        PaymentRow payment, LegRow leg, Word<T> word, Func<T, string?> reference, OutsideOptions outside, CreditPaymentEvent on, Func<PaymentRow, PaymentRow> change,
        Func<PaymentRow, LedgerEntry?>? entry = null, bool mayFailUnsent = true) => books.Database.WriteAsync(async session =>
    {
        var stands = await PaymentStore.TakeAsync(session, payment.QueryId);
        var booked = await books.BookLegAsync(session, leg, word, reference, outside, mayFailUnsent);
        if (booked is not (LegBooking.Done or LegBooking.Refused)) return booked;
        var after = await MoveAsync(session, stands, on, change);
        if (entry?.Invoke(after) is { } posting) await books.PostAsync(session, posting, after.QueryId, after.HospitalId);
        return booked;
    });
}
