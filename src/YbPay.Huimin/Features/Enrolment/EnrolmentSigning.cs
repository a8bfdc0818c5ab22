using Microsoft.Extensions.Logging;
using YbPay.Engine.Credit;
using YbPay.Huimin.Credit;
using YbPay.Huimin.Outside;
using YbPay.Huimin.Running;
using YbPay.Storage.Audit;
using YbPay.Storage.Legs;

namespace YbPay.Huimin.Features.Enrolment;

/// <summary>The person has agreed: the bank is asked to make the agreement. Page and resolver walk the same way.</summary>
internal sealed class EnrolmentSigning(HuiminBooks books, ICreditBank bank, SignTokens tokens, ILogger<EnrolmentSigning> log) : ILegOwner
{
    /// <summary>使用 (HOS00001, creditPay).</summary>
    private const string CreditPayIsUsed = "01";

    public IReadOnlyList<string> Kinds { get; } = [LegKinds.Agree];

    public async Task ResolveAsync(LegRow leg, CancellationToken cancel) => await StepAsync(leg, cancel);

    /// <summary>
    /// Signs for the account once, however often the page is sent: of several at the same moment one begins, and the others find what stands.
    /// Ends when the bank has answered or its time is over.
    /// </summary>
    public async Task SignAsync(EnrolmentPageRow page, CreditAccount account)
    {
        var enrolmentId = books.Ids.Next(QueryIds.Enrolment);
        var signLeg = await books.Database.WriteAsync(async session =>
        {
            if (!await EnrolmentPages.TakeAsync(session, page)) return null;
            var legId = books.Ids.Next(QueryIds.Leg);
            var enrolment = new EnrolmentRow
            {
                EnrolmentId = enrolmentId, PersonKey = page.PersonKey, Person = page.Person, State = (long)EnrolmentState.Signing, Version = 0, AccType = account.AccType,
                AccountLabel = account.Label, Account = EnrolmentRow.SealAccount(books.Cipher, account), Insutype = page.Insutype, CreditPay = CreditPayIsUsed, SignLeg = legId,
                HospitalId = page.HospitalId, CreatedAt = books.Now,
            };
            if (!await EnrolmentStore.BeginAsync(session, enrolment, SignTokens.HashOf(tokens.Of(enrolmentId)))) return null;
            await books.OpenLegAsync(session, legId, LegKinds.Agree, enrolmentId, 0, books.Options.CreditBank);
            await EnrolmentPages.UseAsync(session, page, enrolmentId);
            return legId;
        });
        if (signLeg is null) return;
        var leg = await books.Database.ReadAsync(session => LegStore.FindAsync(session, signLeg));
        await StepAsync(leg!, CancellationToken.None);
    }

    private async Task StepAsync(LegRow leg, CancellationToken cancel)
    {
        var enrolment = await books.Database.ReadAsync(session => EnrolmentStore.FindAsync(session, leg.OwnerId), cancel) ?? throw new InvalidDataException($"Enrolment {leg.OwnerId} is gone.");
        var word = await AgreeAsync(enrolment, leg, cancel);
        var booked = await books.Database.WriteAsync(async session =>
        {
            var booked = await books.BookLegAsync(session, leg, word, agreement => agreement.BankNo, books.Options.CreditBank);
            var now = books.Now;
            var moved = (booked, word) switch
            {
                (LegBooking.Done, Word<CreditAgreement>.Done { Value: var agreement }) =>
                    await EnrolmentStore.SignedAsync(session, enrolment, agreement, EnrolmentRow.SealAgreement(books.Cipher, agreement.AgreementNo), now),
                (LegBooking.Refused, _) => await EnrolmentStore.MoveAsync(session, enrolment, EnrolmentEvent.BankRefused, word.Reason, now),
                _ => true,
            };
            if (!moved) throw new InvalidOperationException($"Enrolment {enrolment} was changed while the bank was asked.");
            if (booked is LegBooking.Done or LegBooking.Refused)
                await AuditStore.AppendAsync(session, "person", booked == LegBooking.Done ? "Enrolled" : "EnrolmentRefused", enrolment.EnrolmentId, $"{enrolment.HospitalId} {enrolment.AccType}", now);
            return booked;
        }, CancellationToken.None);
        log.LogInformation("{EnrolmentId}: {Kind} {Booked}", enrolment.EnrolmentId, leg.Kind, booked);
    }

    private async Task<Word<CreditAgreement>> AgreeAsync(EnrolmentRow enrolment, LegRow leg, CancellationToken cancel)
    {
        if (!leg.IsFirstTry())
        {
            var word = await bank.AskAgreementAsync(leg.LegId, cancel);
            if (word is not Word<CreditAgreement>.NeverHeard) return word;
        }

        // Once it is decided the account is forgotten; whoever comes with an old leg books nothing any more.
        return enrolment.Stands == EnrolmentState.Signing
            ? await bank.AgreeAsync(leg.LegId, enrolment.OpenPerson(books.Cipher), enrolment.OpenAccount(books.Cipher), cancel)
            : new Word<CreditAgreement>.Unknown("decided meanwhile");
    }
}
