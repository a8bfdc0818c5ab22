using Microsoft.Extensions.Logging;
using YbPay.Engine.Credit;
using YbPay.Engine.Money;
using YbPay.Huimin.Credit;
using YbPay.Huimin.Features.Enrolment;
using YbPay.Huimin.Insurers;
using YbPay.Huimin.Outside;
using YbPay.Huimin.Running;
using YbPay.Storage.Legs;

namespace YbPay.Huimin.Features.Payments;

/// <summary>
/// The legs of a credit payment, one after the other: quote, insurer, bank, and the insurer's way back. Use case and resolver walk the same
/// way; each step is written down with the outcome of the one before (<see cref="PaymentBooking"/>).
/// </summary>
internal sealed class PaymentFlow(HuiminBooks books, PaymentBooking booking, ICreditBank bank, IInsurer insurer, ILogger<PaymentFlow> log) : ILegOwner
{
    public IReadOnlyList<string> Kinds { get; } = [LegKinds.QuoteOfPayment, LegKinds.ClaimOfPayment, LegKinds.Pay, LegKinds.ClaimOfPaymentBack];

    public async Task ResolveAsync(LegRow leg, CancellationToken cancel)
    {
        if (await StepAsync(await ReadAsync(leg.OwnerId), leg, cancel)) await RunAsync(leg.OwnerId, cancel);
    }

    /// <summary>Carries a payment on as far as it goes at once; gives it as it then stands.</summary>
    public async Task<PaymentRow> RunAsync(string queryId, CancellationToken cancel = default)
    {
        while (true)
        {
            var payment = await ReadAsync(queryId);
            if (payment.Stands.Awaits() is null) return payment;
            var legs = await books.Database.ReadAsync(session => LegStore.OfOwnerAsync(session, queryId), cancel);
            // What was sent before is the resolver's.
            if (legs.LastOrDefault(leg => leg.IsFirstTry()) is not { } next || !await StepAsync(payment, next, cancel)) return await ReadAsync(queryId);
        }
    }

    /// <summary>True when the leg is settled one way or the other.</summary>
    private async Task<bool> StepAsync(PaymentRow payment, LegRow leg, CancellationToken cancel)
    {
        var booked = leg.Kind switch
        {
            LegKinds.QuoteOfPayment => await booking.QuotedAsync(payment, leg, await QuoteAsync(payment, leg, cancel)),
            LegKinds.ClaimOfPayment => await booking.SettledAsync(payment, leg, await InsurerAsync(leg, () => insurer.SettleAsync(leg.LegId, payment.QuoteId!, new Fen(leg.Amount), cancel), cancel)),
            LegKinds.ClaimOfPaymentBack => await booking.CancelledAsync(payment, leg, await InsurerAsync(leg, () => insurer.CancelAsync(leg.LegId, payment.InsurerLeg!, cancel), cancel)),
            _ => await booking.PaidAsync(payment, leg, await BankAsync(payment, leg, cancel)),
        };
        log.LogInformation("{QueryId}: {Kind} {Booked}", payment.QueryId, leg.Kind, booked);
        return booked is LegBooking.Done or LegBooking.Refused;
    }

    /// <summary>A quote moves no money: asking again is sending again.</summary>
    private async Task<Word<InsurerQuote>> QuoteAsync(PaymentRow payment, LegRow leg, CancellationToken cancel)
    {
        var enrolment = await EnrolmentAsync(payment);
        var (own, social, thirdParty) = (new Fen(payment.Amt), new Fen(payment.Social), new Fen(payment.ThirdParty));
        var bill = new InsurerBill(payment.VisitNo ?? "", payment.ClaimSetl ?? "", own + social + thirdParty, social, thirdParty, own);
        return await insurer.QuoteAsync(leg.LegId, enrolment.OpenPerson(books.Cipher), bill, cancel);
    }

    private async Task<Word<InsurerDone>> InsurerAsync(LegRow leg, Func<Task<Word<InsurerDone>>> send, CancellationToken cancel)
    {
        if (leg.IsFirstTry()) return await send();
        var word = await insurer.AskAsync(leg.LegId, cancel);
        return word is Word<InsurerDone>.NeverHeard ? await send() : word;
    }

    private async Task<Word<CreditTaken>> BankAsync(PaymentRow payment, LegRow leg, CancellationToken cancel)
    {
        var amount = new Fen(leg.Amount);
        if (!leg.IsFirstTry())
        {
            var word = await bank.AskPaymentAsync(leg.LegId, amount, cancel);
            if (word is not Word<CreditTaken>.NeverHeard) return word;
        }

        var enrolment = await EnrolmentAsync(payment);
        return await bank.PayAsync(leg.LegId, enrolment.OpenAgreement(books.Cipher), amount, $"信用就医支付{payment.QueryId}", cancel);
    }

    private async Task<EnrolmentRow> EnrolmentAsync(PaymentRow payment) =>
        await books.Database.ReadAsync(session => EnrolmentStore.FindAsync(session, payment.EnrolmentId)) ?? throw new InvalidDataException($"Enrolment {payment.EnrolmentId} is gone.");

    private async Task<PaymentRow> ReadAsync(string queryId) =>
        await books.Database.ReadAsync(session => PaymentStore.FindAsync(session, queryId)) ?? throw new InvalidDataException($"Payment {queryId} is gone.");
}
