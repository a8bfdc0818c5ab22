using System.Globalization;
using YbPay.Contracts.Huimin;
using YbPay.Contracts.Outcomes;
using YbPay.Engine.Discharge;
using YbPay.Engine.Money;
using YbPay.Huimin.Door;
using YbPay.Huimin.Insurers;
using YbPay.Huimin.Outside;
using YbPay.Huimin.Persons;
using YbPay.Huimin.Running;

namespace YbPay.Huimin.Features.Discharge;

/// <summary>
/// HOST0014: what would be missing or too much, were the stay settled now. Nothing is held. An insurer that gives no quote is no insurer that pays nothing:
/// the trial is refused, and may be tried again.
/// </summary>
internal sealed class TryDischarge(HuiminBooks books, IInsurer insurer, IDirectClaims claims) : Transaction<TryDischargeRequest>("HOST0014")
{
    protected override (string HospitalId, string CityCode)? Hospital(TryDischargeRequest request) => (request.HospitalId, request.CityCode);

    protected override async Task<Outcome<TransactionReply>> HandleAsync(Call call, TryDischargeRequest request, ContentReceiver content)
    {
        if (TryDischargeRules.Check(request) is [var problem, ..]) return Refusals.MessageInvalid.With(problem.Message);
        var insured = CreditExtension.Of(request.ExtParams);
        if (insured is not null && (insured.TreatmentSerialNo != request.TreatmentSerialNo || insured.SetlId != request.SetlId)) return DischargeRefusals.ExtensionDiffers;

        var digest = DigestOf(request, insured);
        var (known, visit, deposits) = await books.Database.ReadAsync(async session => (
            await TrialStore.FindAsync(session, call.HospitalId, request.TrialId),
            await VisitStore.FindAsync(session, call.HospitalId, request.TreatmentSerialNo),
            await DepositStore.FindAsync(session, call.HospitalId, request.OrigPayQueryId.Numbers)));
        if (known is not null) return Answer(known, digest);
        if (visit is null) return DischargeRefusals.StayUnknown;

        var named = DepositRules.Check(DepositStore.Named(request.OrigPayQueryId.Numbers, deposits, visit.VisitNo, visit.PersonKey));
        var terms = new DischargeTerms(
            request.TreatmentSerialNo, request.SetlId, new(request.SettleAmt), new(request.NonCreditPayAmt), Fen.Zero,
            new(insured?.SocialInsuranceTotal ?? 0), new(insured?.ThirdpartyPayTotal ?? 0), Fen.Zero);
        return await named.Then(counted => terms.Tried(counted).Then<(Deposit[], DischargeSums)>(sums => (counted, sums))).Match(
            whole => InsuredAsync(call, request, digest, visit, insured is not null, terms, whole.Item1, whole.Item2),
            why => Task.FromResult<Outcome<TransactionReply>>(DischargeRefusals.Of(why)));
    }

    private async Task<Outcome<TransactionReply>> InsuredAsync(
        Call call, TryDischargeRequest request, string digest, VisitRow visit, bool asks, DischargeTerms terms, Deposit[] deposits, DischargeSums without)
    {
        InsurerQuote? quote = null;
        if (asks)
        {
            var bill = new InsurerBill(terms.VisitNo, terms.SetlId, terms.Total, terms.BasicInsurance, terms.ThirdParty, without.Share);
            var word = await insurer.QuoteAsync(books.Ids.Next(QueryIds.Leg), InsuredPerson.Open(books.Cipher, visit.Person), bill, CancellationToken.None);
            if (word is Word<InsurerQuote>.Refused) return DischargeRefusals.QuoteRefused.With(word.Reason);
            if (word is not Word<InsurerQuote>.Done { Value: var quoted }) return DischargeRefusals.QuoteMissing;
            if (quoted.Amount != Fen.Zero) quote = quoted;
        }

        var budget = quote?.Amount ?? Fen.Zero;
        return await (terms with { Budget = budget }).Tried(deposits).Match(
            sums => KeepAsync(Row(call, request, digest, visit, terms, sums, quote)),
            _ => Task.FromResult<Outcome<TransactionReply>>(DischargeRefusals.QuoteMissing)); // more than there is to pay: no quote to build on
    }

    private async Task<Outcome<TransactionReply>> KeepAsync(TrialRow trial)
    {
        var stands = await books.Database.WriteAsync(async session =>
        {
            await DischargeStore.LockVisitAsync(session, trial.HospitalId, trial.VisitNo);
            if (!await TrialStore.InsertAsync(session, trial)) return await TrialStore.FindAsync(session, trial.HospitalId, trial.TrialId);
            if (trial.Budget > 0) await claims.TrialledAsync(session, trial.HospitalId, trial.VisitNo, trial.TrialId, new(trial.Budget), books.Now);
            return trial;
        });
        return Answer(stands!, trial.Digest);
    }

    private TrialRow Row(Call call, TryDischargeRequest request, string digest, VisitRow visit, DischargeTerms terms, DischargeSums sums, InsurerQuote? quote) => new()
    {
        HospitalId = call.HospitalId, TrialId = request.TrialId, Digest = digest, VisitNo = visit.VisitNo, SetlId = request.SetlId, PersonKey = visit.PersonKey,
        SettleAmt = sums.Total.Value, NonCredit = sums.NonCredit.Value, Social = terms.BasicInsurance.Value, ThirdParty = terms.ThirdParty.Value, PsnAmt = sums.Deposits.Value,
        Budget = sums.Budget.Value, Supplement = sums.Supplement.Value, Refund = sums.Refund.Value,
        QuoteId = quote?.QuoteId, InsuranceId = quote?.InsuranceId, InsuranceName = quote?.InsuranceName, CreatedAt = books.Now,
    };

    private static Outcome<TransactionReply> Answer(TrialRow trial, string digest) => trial.Digest != digest
        ? DischargeRefusals.TrialIdUsed
        : Reply(new TryDischargeReply { TrialId = trial.TrialId, SupplementAmt = trial.Supplement, RefundAmt = trial.Refund, PsnAmt = trial.PsnAmt, BudgetAmt = trial.Budget });

    private static string DigestOf(TryDischargeRequest request, CreditExtension? insured) => Digests.Of(
        request.TreatmentSerialNo, request.SetlId, Digits(request.SettleAmt), Digits(request.NonCreditPayAmt), insured is null ? null : "insured",
        Digits(insured?.SocialInsuranceTotal ?? 0), Digits(insured?.ThirdpartyPayTotal ?? 0), string.Join(',', request.OrigPayQueryId.Numbers.Order(StringComparer.Ordinal)));

    private static string Digits(long amount) => amount.ToString(CultureInfo.InvariantCulture);
}
