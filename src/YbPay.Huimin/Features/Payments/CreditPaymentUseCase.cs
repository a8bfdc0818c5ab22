using System.Globalization;
using YbPay.Contracts.Huimin;
using YbPay.Contracts.Outcomes;
using YbPay.Engine.Credit;
using YbPay.Engine.Money;
using YbPay.Huimin.Door;
using YbPay.Huimin.Features.Enrolment;
using YbPay.Huimin.Persons;
using YbPay.Huimin.Running;
using YbPay.Storage;
using YbPay.Storage.Audit;
using CreditPaymentRules = YbPay.Engine.Credit.CreditPaymentRules;
using MessageRules = YbPay.Contracts.Huimin.CreditPaymentRules;

namespace YbPay.Huimin.Features.Payments;

/// <summary>HOS00003: takes an amount from an enrolled person, an insurer's part first. The same orderId again is answered as it stands.</summary>
internal sealed class CreditPaymentUseCase(HuiminBooks books, PaymentBooking booking, PaymentFlow flow) : Transaction<CreditPaymentRequest>("HOS00003")
{
    protected override (string HospitalId, string CityCode)? Hospital(CreditPaymentRequest request) => (request.HospitalId, request.CityCode);

    protected override async Task<Outcome<TransactionReply>> HandleAsync(Call call, CreditPaymentRequest request, ContentReceiver content)
    {
        var problems = MessageRules.Check(request);
        if (problems.Count > 0) return Refusals.MessageInvalid.With(string.Join("；", problems.Select(problem => $"{problem.Path} {problem.Message}")));
        var digest = DigestOf(request);
        if (await EarlierAsync(call, request.OrderId, digest) is { } earlier) return earlier;

        var (amount, claim) = (new Fen(request.Amt), CreditExtension.Of(request.ExtParams));
        if (CreditPaymentRules.Begin(amount, claim is not null) is not Engine.Verdict<CreditPaymentState, CreditReason>.Ok { Value: var begins }) return PaymentRefusals.AmountInvalid;
        var opened = await books.Database.WriteAsync(session => OpenAsync(session, call, request, claim, digest, begins));
        return opened switch
        {
            Outcome<PaymentRow?>.No no => no.Why,
            Outcome<PaymentRow?>.Ok { Value: { } payment } => Reply(TradeReplies.Of(await flow.RunAsync(payment.QueryId))),
            _ => await EarlierAsync(call, request.OrderId, digest) ?? Refusals.OrderIdUsed,
        };
    }

    /// <summary>Everything that is so before anything is sent. No row when another request had the number at the same moment.</summary>
    private async Task<Outcome<PaymentRow?>> OpenAsync(DbSession session, Call call, CreditPaymentRequest request, CreditExtension? claim, string digest, CreditPaymentState begins)
    {
        if (await EnrolmentStore.OfTokenAsync(session, SignTokens.HashOf(request.SignToken)) is not { } enrolment) return EnrolmentRefusals.TokenUnknown;
        if (enrolment.Stands == EnrolmentState.Frozen) return EnrolmentRefusals.EnrolmentFrozen;
        if (enrolment.Stands != EnrolmentState.Active) return EnrolmentRefusals.TokenUnknown;
        if (claim is not null && await VisitStore.FindAsync(session, call.HospitalId, claim.TreatmentSerialNo) is { } told && told.PersonKey != enrolment.PersonKey) return EnrolmentRefusals.VisitOfOther;

        var now = books.Now;
        var payment = new PaymentRow
        {
            QueryId = books.Ids.Next(QueryIds.Payment), HospitalId = call.HospitalId, OrderId = request.OrderId, Digest = digest, CityCode = request.CityCode, EnrolmentId = enrolment.EnrolmentId,
            PersonKey = enrolment.PersonKey, OrderType = request.OrderType, MdtrtId = request.MdtrtId, SetlId = request.SetlId,
            VisitNo = claim?.TreatmentSerialNo ?? await VisitStore.NewestOfPersonAsync(session, call.HospitalId, enrolment.PersonKey),
            State = (long)begins, Amt = request.Amt, PsnAmt = request.Amt, ClaimSetl = claim?.SetlId, Social = claim?.SocialInsuranceTotal ?? 0, ThirdParty = claim?.ThirdpartyPayTotal ?? 0,
            CreatedAt = now, PaidAt = begins == CreditPaymentState.Paid ? now : null,
        };
        if (!await OrderNumberStore.TakeAsync(session, call.HospitalId, request.OrderId, QueryIds.Payment, payment.QueryId, now)) return (PaymentRow?)null;
        await PaymentStore.InsertAsync(session, payment);
        await booking.OpenLegAsync(session, payment);
        await AuditStore.AppendAsync(session, call.Partner.PlatformId, "PaymentOpened", payment.QueryId, payment.Amt.ToString(CultureInfo.InvariantCulture), now);
        return payment;
    }

    /// <summary>The answer to a number that was used before; null when it is new.</summary>
    private async Task<Outcome<TransactionReply>?> EarlierAsync(Call call, string orderId, string digest)
    {
        if (await books.Database.ReadAsync(session => OrderNumberStore.FindAsync(session, call.HospitalId, orderId)) is not { } used) return null;
        return used.Kind == QueryIds.Payment && await books.Database.ReadAsync(session => PaymentStore.FindAsync(session, used.QueryId)) is { } payment && payment.Digest == digest
            ? Reply(TradeReplies.Of(payment))
            : Refusals.OrderIdUsed;
    }

    /// <summary>Of all that decides what is paid, by whom and for what.</summary>
    private static string DigestOf(CreditPaymentRequest request) => Digests.Of(
        SignTokens.HashOf(request.SignToken), request.Amt.ToString(CultureInfo.InvariantCulture), request.OrderType, request.ExtParams?.Json, request.MdtrtId, request.SetlId);
}
