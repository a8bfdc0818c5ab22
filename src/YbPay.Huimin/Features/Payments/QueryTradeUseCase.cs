using YbPay.Contracts.Huimin;
using YbPay.Contracts.Outcomes;
using YbPay.Huimin.Door;
using YbPay.Huimin.Running;

namespace YbPay.Huimin.Features.Payments;

/// <summary>HOS00012: a payment or a refund by the hospital's number. Discharges are asked for with HOS00016.</summary>
internal sealed class QueryTradeUseCase(HuiminBooks books) : Transaction<QueryTradeRequest>("HOS00012")
{
    protected override (string HospitalId, string CityCode)? Hospital(QueryTradeRequest request) => (request.HospitalId, request.CityCode);

    protected override Task<Outcome<TransactionReply>> HandleAsync(Call call, QueryTradeRequest request, ContentReceiver content) => books.Database.ReadAsync<Outcome<TransactionReply>>(async session =>
    {
        if (await OrderNumberStore.FindAsync(session, call.HospitalId, request.OrderId) is not { } number) return PaymentRefusals.TradeMissing;
        if (number.Kind == QueryIds.Payment && await PaymentStore.FindAsync(session, number.QueryId) is { } payment) return Reply(TradeReplies.Trade(payment));
        if (number.Kind == QueryIds.Refund && await RefundStore.FindAsync(session, number.QueryId) is { } refund && await PaymentStore.FindAsync(session, refund.PaymentId) is { } original)
            return Reply(TradeReplies.Trade(refund, original));
        return PaymentRefusals.TradeMissing;
    });
}
