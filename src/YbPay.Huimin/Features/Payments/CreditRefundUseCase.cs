using System.Globalization;
using YbPay.Contracts.Huimin;
using YbPay.Contracts.Outcomes;
using YbPay.Engine;
using YbPay.Engine.Credit;
using YbPay.Engine.Money;
using YbPay.Huimin.Door;
using YbPay.Huimin.Running;
using YbPay.Storage;
using YbPay.Storage.Audit;

namespace YbPay.Huimin.Features.Payments;

/// <summary>HOS00004: gives back a part or all of what credit paid. The same orderId again is answered as it stands.</summary>
internal sealed class CreditRefundUseCase(HuiminBooks books, CreditRefunds refunds, RefundFlow flow) : Transaction<CreditRefundRequest>("HOS00004")
{
    protected override (string HospitalId, string CityCode)? Hospital(CreditRefundRequest request) => (request.HospitalId, request.CityCode);

    protected override async Task<Outcome<TransactionReply>> HandleAsync(Call call, CreditRefundRequest request, ContentReceiver content)
    {
        var digest = Digests.Of(request.OrigOrderId, request.AmtRefund.ToString(CultureInfo.InvariantCulture));
        if (await EarlierAsync(call, request.OrderId, digest) is { } earlier) return earlier;
        var opened = await books.Database.WriteAsync(session => OpenAsync(session, call, request, digest));
        return opened switch
        {
            Outcome<RefundRow?>.No no => no.Why,
            Outcome<RefundRow?>.Ok { Value: { } refund } => await StandsAsync(await flow.RunAsync(refund)),
            _ => await EarlierAsync(call, request.OrderId, digest) ?? Refusals.OrderIdUsed,
        };
    }

    /// <summary>No row when another request had the number at the same moment.</summary>
    private async Task<Outcome<RefundRow?>> OpenAsync(DbSession session, Call call, CreditRefundRequest request, string digest)
    {
        if (await PaymentStore.FindAsync(session, request.OrigOrderId) is not { } found || found.HospitalId != call.HospitalId) return PaymentRefusals.TradeMissing;
        var payment = await PaymentStore.TakeAsync(session, found.QueryId);
        var decided = CreditRefundRules.Decide(payment.RefundBasis, new Fen(request.AmtRefund), books.Time, new RefundWindow(call.Partner.RefundDays));
        if (decided is Verdict<Fen, CreditReason>.No no) return PaymentRefusals.Of(no.Why);
        var queryId = books.Ids.Next(QueryIds.Refund);
        if (!await OrderNumberStore.TakeAsync(session, call.HospitalId, request.OrderId, QueryIds.Refund, queryId, books.Now)) return (RefundRow?)null;
        await AuditStore.AppendAsync(session, call.Partner.PlatformId, "RefundOpened", payment.QueryId, $"{queryId} {request.AmtRefund}", books.Now);
        return await refunds.OpenAsync(session, payment, new Fen(request.AmtRefund), new RefundOrigin(LegKinds.Refund, queryId, request.OrderId, digest))
            ?? throw new InvalidOperationException($"Payment {payment} does not hold what was decided of it.");
    }

    private async Task<Outcome<TransactionReply>?> EarlierAsync(Call call, string orderId, string digest)
    {
        if (await books.Database.ReadAsync(session => OrderNumberStore.FindAsync(session, call.HospitalId, orderId)) is not { } used) return null;
        return used.Kind == QueryIds.Refund && await books.Database.ReadAsync(session => RefundStore.FindAsync(session, used.QueryId)) is { } refund && refund.Digest == digest
            ? await StandsAsync(refund)
            : Refusals.OrderIdUsed;
    }

    private async Task<Outcome<TransactionReply>> StandsAsync(RefundRow refund)
    {
        var payment = await books.Database.ReadAsync(session => PaymentStore.FindAsync(session, refund.PaymentId)) ?? throw new InvalidDataException($"Payment {refund.PaymentId} is gone.");
        return Reply(TradeReplies.Of(refund, payment));
    }
}
