using YbPay.Engine.Credit;
using YbPay.Engine.Ledger;
using YbPay.Engine.Money;
using YbPay.Huimin.Credit;
using YbPay.Huimin.Outside;
using YbPay.Huimin.Running;
using YbPay.Storage;
using YbPay.Storage.Audit;
using YbPay.Storage.Legs;

namespace YbPay.Huimin.Features.Payments;

/// <summary>For whom money goes back.</summary>
/// <param name="LegKind"><see cref="LegKinds.Refund"/> or <see cref="LegKinds.RefundOfDischarge"/>.</param>
/// <param name="QueryId">Its number at the platform, new: <see cref="QueryIds.Refund"/>.</param>
/// <param name="OrderId">The hospital's number of it; of a discharge's surplus that of the payment.</param>
/// <param name="DischargeId">Whose surplus it is; null for HOS00004.</param>
internal sealed record RefundOrigin(string LegKind, string QueryId, string OrderId, string Digest, string? DischargeId = null, long Round = 0);

/// <summary>
/// The one way in which money goes back through the bank: opened in a transaction of the caller's, sent outside of any, booked in another
/// transaction of the caller's. Who opens a leg of his own kind resolves it.
/// </summary>
internal sealed class CreditRefunds(HuiminBooks books, ICreditBank bank)
{
    /// <summary>
    /// Writes a refund with its leg down and holds the amount. <paramref name="payment"/> was taken in this session. Null when the payment's
    /// own guard refuses: not paid, less left than that, or another discharge's.
    /// </summary>
    public async Task<RefundRow?> OpenAsync(DbSession session, PaymentRow payment, Fen amount, RefundOrigin origin)
    {
        var now = books.Now;
        if (!await PaymentStore.HoldAsync(session, payment.QueryId, amount.Value, origin.DischargeId, now)) return null;
        var refund = new RefundRow
        {
            QueryId = origin.QueryId, LegId = await books.OpenLegAsync(session, origin.LegKind, origin.QueryId, amount.Value, books.Options.CreditBank), HospitalId = payment.HospitalId, OrderId = origin.OrderId,
            Digest = origin.Digest, PaymentId = payment.QueryId, DischargeId = origin.DischargeId, Round = origin.Round, State = (long)CreditRefundState.Refunding, Amount = amount.Value, CreatedAt = now,
        };
        await RefundStore.InsertAsync(session, refund);
        return refund;
    }

    /// <summary>The refund's leg as it stands, as <see cref="SendAsync"/> and <see cref="BookAsync"/> want it.</summary>
    public async Task<LegRow> LegOfAsync(RefundRow refund) =>
        await books.Database.ReadAsync(session => LegStore.FindAsync(session, refund.LegId)) ?? throw new InvalidDataException($"Leg {refund.LegId} is gone.");

    /// <summary>Outside of any transaction: sends a leg that was never sent; of any other asks what became of it, and sends it again where the bank knows nothing of it.</summary>
    public async Task<Word<CreditReturned>> SendAsync(RefundRow refund, LegRow leg, CancellationToken cancel)
    {
        var payment = await books.Database.ReadAsync(session => PaymentStore.FindAsync(session, refund.PaymentId), cancel) ?? throw new InvalidDataException($"Payment {refund.PaymentId} is gone.");
        var amount = new Fen(refund.Amount);
        if (!leg.IsFirstTry())
        {
            var word = await bank.AskRefundAsync(leg.LegId, amount, cancel);
            if (word is not Word<CreditReturned>.NeverHeard) return word;
        }

        var payLeg = payment.PayLeg ?? throw new InvalidDataException($"Payment {payment.QueryId} was not paid by the bank.");
        return await bank.RefundAsync(leg.LegId, payLeg, amount, $"信用就医退费{payment.QueryId}", cancel);
    }

    /// <summary>
    /// In a session of the caller's, who holds whatever comes before payments in the order of locks: payment, leg, refund and ledger together.
    /// A word that is none leaves the refund open, to be asked about later.
    /// </summary>
    public async Task<LegBooking> BookAsync(DbSession session, RefundRow refund, LegRow leg, Word<CreditReturned> word)
    {
        var now = books.Now;
        var payment = await PaymentStore.TakeAsync(session, refund.PaymentId);
        var stands = await RefundStore.FindAsync(session, refund.QueryId) ?? throw new InvalidDataException($"Refund {refund.QueryId} is gone.");
        // A hospital that did not reach the bank asks again by itself; a discharge's surplus goes back by itself once the bank is there.
        var booked = await books.BookLegAsync(session, leg, word, returned => returned.BankNo, books.Options.CreditBank, mayFailUnsent: refund.DischargeId is null);
        if (booked == LegBooking.Done)
        {
            await RefundStore.EndAsync(session, stands, CreditRefundEvent.BankRefunded, ((Word<CreditReturned>.Done)word).Value.BankNo, "", now);
            await PaymentStore.RefundedAsync(session, payment.QueryId, refund.Amount, now);
            var entry = HuiminPostings.Refunded(payment.QueryId, leg.LegId, payment.IsDeposit, payment.Shares, new Fen(payment.Refunded), new Fen(refund.Amount));
            await books.PostAsync(session, entry, payment.QueryId, payment.HospitalId);
            await AuditStore.AppendAsync(session, "platform", "Refunded", payment.QueryId, $"{refund.QueryId} {refund.Amount}", now);
        }
        else if (booked == LegBooking.Refused)
        {
            await RefundStore.EndAsync(session, stands, CreditRefundEvent.BankRefused, null, word.Reason, now);
            await PaymentStore.ReleaseAsync(session, payment.QueryId, refund.Amount, now);
            await AuditStore.AppendAsync(session, "platform", "RefundRefused", payment.QueryId, refund.QueryId, now);
        }

        return booked;
    }
}
